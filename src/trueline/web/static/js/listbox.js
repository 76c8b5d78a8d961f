// Names that are offered under a text while it is written: arrows choose, Enter takes, Escape closes.
const announcer = document.getElementById("announcer");

// `take` is given the name that was chosen. Returns what shows names, and what takes them away.
export function listbox(control, { id, label, take }) {
  const list = Object.assign(document.createElement("ul"), { id, className: "names", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  let chosen = 0;

  function option(name, at) {
    const one = Object.assign(document.createElement("li"), { id: `${id}-${at}`, textContent: name, dir: "auto" });
    one.setAttribute("role", "option");
    one.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(name);
    });
    return one;
  }

  function mark() {
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === chosen)));
    control.setAttribute("aria-activedescendant", `${id}-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function choose(name) {
    close();
    take(name);
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function close() {
    list.hidden = true;
    control.removeAttribute("aria-activedescendant");
  }

  function show(names) {
    if (!names.length) return close();
    chosen = 0;
    list.replaceChildren(...names.map(option));
    list.hidden = false;
    mark();
    announcer.textContent = names.join(", ");
  }

  function press(event) {
    if (list.hidden || event.isComposing) return;
    const count = list.children.length;
    const acts = {
      ArrowDown: () => { chosen = (chosen + 1) % count; mark(); },
      ArrowUp: () => { chosen = (chosen + count - 1) % count; mark(); },
      Enter: () => choose(list.children[chosen].textContent),
      Tab: () => choose(list.children[chosen].textContent),
      Escape: close,
    };
    if (!acts[event.key] || event.shiftKey) return;
    event.preventDefault();
    acts[event.key]();
  }

  control.after(list);
  control.setAttribute("aria-autocomplete", "list");
  control.setAttribute("aria-controls", id);
  control.addEventListener("keydown", press);
  control.addEventListener("blur", close);
  return { show, close };
}

// After an @, colleagues whose name begins so are offered; arrows choose, Enter takes. Without this,
// one writes the full name, or chooses it in the list below.
const MOST = 6;
const text = document.querySelector("textarea[data-names]");
const people = [...(text?.form.elements.mention?.options ?? [])].filter(({ value }) => value);
const names = people.map((option) => option.textContent.trim());
const announcer = document.getElementById("announcer");

const list = Object.assign(document.createElement("ul"), { id: "names", className: "names", hidden: true });
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", text?.form.elements.mention?.labels[0]?.textContent.trim() ?? "");
let begun = null; // where the name begins that is being written
let chosen = 0;

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

function look() {
  const before = text.value.slice(0, text.selectionStart);
  const [, part] = before.match(/(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}'’ .-]{0,40})$/u) ?? [];
  const found = part === undefined ? [] : names.filter((name) => plain(name).split(" ").some((_, at, all) => plain(all.slice(at).join(" ")).startsWith(plain(part))));
  if (!found.length || found.includes(part)) return close();
  begun = text.selectionStart - part.length;
  chosen = 0;
  list.replaceChildren(...found.slice(0, MOST).map(option));
  list.hidden = false;
  mark();
  announcer.textContent = found.slice(0, MOST).join(", ");
}

function option(name, at) {
  const one = Object.assign(document.createElement("li"), { id: `names-${at}`, textContent: name });
  one.setAttribute("role", "option");
  one.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(name);
  });
  return one;
}

function mark() {
  [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === chosen)));
  text.setAttribute("aria-activedescendant", `names-${chosen}`);
}

function close() {
  list.hidden = true;
  begun = null;
  text.removeAttribute("aria-activedescendant");
}

function take(name) {
  text.setRangeText(`${name} `, begun, text.selectionStart, "end");
  close();
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function press(event) {
  if (list.hidden || event.isComposing) return;
  const count = list.children.length;
  const acts = {
    ArrowDown: () => { chosen = (chosen + 1) % count; mark(); },
    ArrowUp: () => { chosen = (chosen + count - 1) % count; mark(); },
    Enter: () => take(list.children[chosen].textContent),
    Tab: () => take(list.children[chosen].textContent),
    Escape: close,
  };
  if (!acts[event.key] || event.shiftKey) return;
  event.preventDefault();
  acts[event.key]();
}

if (names.length) {
  text.after(list);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", list.id);
  text.addEventListener("input", look);
  text.addEventListener("keydown", press);
  text.addEventListener("blur", close);
}

// Reading by keyboard alone: 1 to 4 answer and 5 to 8 name a remedy, j and k go through passages and notes
// of the review, a and r take and refuse, o opens the place of a passage, m marks what is selected, s saves,
// n and b go on and back. Everything is there without it, and who speaks to their computer or easily touches
// a key turns it off.
const form = document.querySelector("[data-reading]");
const passages = form ? [...form.querySelectorAll("[data-passage]")] : [];
let current = -1;

function stand(at) {
  passages[current]?.removeAttribute("data-current");
  current = Math.max(0, Math.min(at, passages.length - 1));
  const passage = passages[current];
  if (!passage) return;
  passage.setAttribute("data-current", "");
  passage.querySelector("input")?.focus();
  const place = passage.querySelector("legend a")?.hash;
  if (place) document.querySelector(place)?.scrollIntoView({ block: "center" });
  passage.scrollIntoView({ block: "nearest" });
}

function choose(number) {
  if (current < 0) stand(0);
  const input = passages[current]?.querySelectorAll('input[type="radio"]')[number];
  if (!input) return;
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  if (number === 1) passages[current].querySelector("textarea")?.focus();
}

function answer(number) {
  const input = form.querySelectorAll('input[name="verdict"]')[number - 1];
  if (!input) return;
  input.checked = true;
  input.focus();
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function close(number) {
  const select = form.querySelector('select[name="remedy"]');
  if (!select?.options[number]) return;
  select.selectedIndex = number; // the first one names nothing
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function mark() {
  const text = String(document.getSelection()).trim();
  const field = form.querySelector('[name="quote"]');
  if (!text || !field) return;
  field.value = text;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function isTyping(target) {
  return target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])");
}

const ACTS = {
  j: () => stand(current + 1),
  k: () => stand(current - 1),
  a: () => choose(0),
  r: () => choose(1),
  m: mark,
  o: () => passages[Math.max(current, 0)]?.querySelector("legend a")?.click(),
};

const OFF = "reading without keys";
const keys = document.querySelector("[data-keys]");

function remember(act) {
  try {
    return act();
  } catch {
    return null; // where nothing may be kept, it holds for this page
  }
}

if (form) {
  keys.closest("[hidden]").hidden = false;
  keys.checked = remember(() => localStorage.getItem(OFF)) === null;
  keys.addEventListener("change", () => {
    remember(() => (keys.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes")));
  });
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const way = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (/^[1-4]$/.test(event.key)) answer(Number(event.key));
    else if (/^[5-8]$/.test(event.key)) close(Number(event.key) - 4);
    else if (ACTS[event.key]) ACTS[event.key]();
    else if (way) way.click();
    else return;
    event.preventDefault();
  });
}

const pane = document.querySelector(".page-of");
const first = pane?.querySelector("mark");
if (first && !location.hash) {
  pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - 120;
}

// After an @, colleagues whose name begins so are offered. Without this, one writes the full name, or
// chooses it in the list below.
import { listbox } from "./listbox.js";

const MOST = 6;
const text = document.querySelector("textarea[data-names]");
const people = [...(text?.form.elements.mention?.options ?? [])].filter(({ value }) => value);
const names = people.map((option) => option.textContent.trim());

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

if (names.length) {
  let begun = null; // where the name begins that is being written
  const offered = listbox(text, {
    id: "names",
    label: text.form.elements.mention.labels[0]?.textContent.trim() ?? "",
    take: (name) => text.setRangeText(`${name} `, begun, text.selectionStart, "end"),
  });
  text.addEventListener("input", () => {
    const before = text.value.slice(0, text.selectionStart);
    const [, part] = before.match(/(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}'’ .-]{0,40})$/u) ?? [];
    const found = part === undefined ? [] : names.filter((name) => plain(name).split(" ").some((_, at, all) => plain(all.slice(at).join(" ")).startsWith(plain(part))));
    if (found.includes(part)) return offered.close();
    begun = text.selectionStart - (part?.length ?? 0);
    offered.show(found.slice(0, MOST));
  });
}

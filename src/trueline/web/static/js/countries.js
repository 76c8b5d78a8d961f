// While the name of a country is written, those that it may become are offered, in whatever language it
// is begun. The server knows the names. Without this, or without a line, one writes the whole name.
import { listbox } from "./listbox.js";

const WAIT = 120; // milliseconds after the last letter
const address = document.getElementById("drafts")?.dataset.reads;

function begin(input) {
  let start = 0; // where the name begins that is being written
  let clock;
  const offered = listbox(input, {
    id: `${input.id}-offers`,
    label: input.labels[0]?.textContent.trim() ?? "",
    take(name) {
      input.setRangeText(name, start, input.selectionStart, "end");
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
  });

  async function look() {
    const text = input.value.slice(0, input.selectionStart);
    try {
      const response = await fetch(`${address}offers/?${new URLSearchParams({ as: input.dataset.reads, text })}`);
      const found = response.ok && !response.redirected ? await response.json() : { start: 0, names: [] };
      if (document.activeElement !== input || text !== input.value.slice(0, input.selectionStart)) return;
      start = found.start;
      offered.show(found.names);
    } catch {
      offered.close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(clock);
    clock = setTimeout(look, WAIT);
  });
}

if (address) document.querySelectorAll("[data-reads=country], [data-reads=countries]").forEach(begin);

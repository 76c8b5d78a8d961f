// A block copied from a spreadsheet goes into the figures of a period: its numbers into the lines
// from the one it is pasted into, or where its words in front of them say. What names no line here
// stops it as a whole, so that no figure lands with another group.
import { cellsOf } from "./cells.js";

const form = document.querySelector("form[data-pastes]");
const said = form?.querySelector("[data-pasted]");
const NUMBERS = 'input[inputmode="decimal"]';

const plain = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();
const numbersOf = (line) => [...line.querySelectorAll(NUMBERS)];
const nameOf = (line) => plain(line.querySelector(".who").textContent);
const indicatorOf = (line) => plain(line.closest("fieldset").querySelector("legend").textContent);
const lines = () => [...form.querySelectorAll(".cell")].filter((line) => numbersOf(line).length);

function set(input, value) {
  if (input.value === value) return;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// How many columns in front hold words alone.
function wordsBefore(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  let count = 0;
  while (count < width - 1 && rows.every((row) => !/\p{N}/u.test(row[count] ?? ""))) count += 1;
  return rows.some((row) => row.slice(0, count).some((text) => text.trim())) ? count : 0;
}

// The lines that the rows belong to; a row whose words name none has none.
function namedLines(rows, count, first) {
  const all = lines();
  const from = [...all.slice(all.indexOf(first)), ...all.slice(0, all.indexOf(first))];
  let indicator = "";
  return rows.map((row) => {
    const names = row.slice(0, count).map(plain).filter(Boolean);
    const own = names.find((name) => all.some((line) => indicatorOf(line) === name));
    if (own) indicator = own;
    const group = names.filter((name) => name !== own).at(-1);
    const near = indicator || indicatorOf(first);
    const here = from.filter((line) => indicatorOf(line) === near);
    return group ? here.find((line) => nameOf(line) === group) : here[0];
  });
}

function tell(text) {
  said.hidden = false;
  said.textContent = text;
}

function paste(input, rows) {
  const first = input.closest(".cell");
  const count = wordsBefore(rows);
  const all = lines();
  const start = all.indexOf(first);
  const targets = count ? namedLines(rows, count, first) : rows.map((_, number) => all[start + number]);
  const offset = count ? 0 : numbersOf(first).indexOf(input);
  const values = rows.map((row) => row.slice(count));
  const fits = ({ length }, line) => line && length + offset <= numbersOf(line).length;
  const wrong = values.findIndex((row, number) => !fits(row, targets[number]));
  if (wrong >= 0) {
    tell(said.dataset.refused.replace("{row}", wrong + 1).replace("{text}", rows[wrong].join(" ").trim()));
    return;
  }
  if (new Set(targets).size < targets.length) return tell(said.dataset.twice);
  values.forEach((row, number) => {
    row.forEach((value, place) => set(numbersOf(targets[number])[offset + place], value.trim()));
  });
  tell(said.dataset.pasted.replace("{rows}", rows.length));
}

form?.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!event.target.matches(NUMBERS) || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  paste(event.target, cellsOf(text).filter((row) => row.some((value) => value.trim())));
});

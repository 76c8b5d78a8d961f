// A table of cells is filled in like a spreadsheet: arrows, Enter and Escape, pasting of blocks,
// filling down, rows added. Without it the same table is a form.
import { cellsOf } from "./cells.js";

const form = document.querySelector("form[data-grid]");
const body = form.querySelector("tbody");
const CELL = "td > input:not([type=radio]), td > textarea";
const rtl = document.documentElement.dir === "rtl";

const rowOf = (cell) => cell.closest("tr");
const placeOf = (cell) => cell.closest("td").cellIndex;
const at = (row, place) => row?.cells[place]?.querySelector(":scope > input:not([type=radio]), :scope > textarea");
const isEdited = (cell) => cell.value !== cell.dataset.before;

let last = null; // the cell that was worked in last

function set(cell, value) {
  if (cell.value === value) return;
  cell.value = value;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
}

function enter(cell) {
  if (!cell) return false;
  cell.focus();
  cell.select();
  return true;
}

// The next cell that can be filled in on the way; some rows hold a cell that stays as it is.
function go(cell, rows, places) {
  let row = rowOf(cell);
  let place = placeOf(cell);
  for (;;) {
    for (let count = Math.abs(rows); count && row; count -= 1) {
      row = rows > 0 ? row.nextElementSibling : row.previousElementSibling;
    }
    place += places;
    if (!row || place < 0 || place >= row.cells.length) return false;
    if (at(row, place)) return enter(at(row, place));
  }
}

// The new row at the end is copied: its number and the key in its names count on.
function addRow() {
  const pattern = body.querySelector("tr[data-new]:last-child");
  const row = pattern.cloneNode(true);
  const number = Number.parseInt(pattern.cells[0].id.slice(1), 10) + 1;
  const key = Number.parseInt(pattern.querySelector(CELL).name.slice(1), 10) + 1;
  row.removeAttribute("class");
  row.cells[0].id = `n${number}`;
  row.cells[0].textContent = number;
  for (const cell of row.querySelectorAll(CELL)) {
    cell.name = `+${key}|${cell.name.split("|")[1]}`;
    cell.id = cell.id.replace(/^r\d+/, `r${number}`);
    cell.setAttribute("aria-labelledby", `${cell.getAttribute("aria-labelledby").split(" ")[0]} n${number}`);
    for (const name of ["aria-invalid", "aria-describedby"]) cell.removeAttribute(name);
    delete cell.dataset.before;
    cell.value = "";
    cell.textContent = "";
  }
  row.querySelectorAll(".cell-error, .cell-choices, .cell-note").forEach((said) => said.remove());
  body.append(row);
  return row;
}

function paste(cell, rows) {
  let row = rowOf(cell);
  const first = placeOf(cell);
  const titles = [...form.querySelectorAll("thead th")].map((head) => head.textContent.trim().toLowerCase());
  const named = rows[0].map((text) => titles.indexOf(text.trim().toLowerCase()));
  const hasHead = rows.length > 1 && named.every((place) => place > 0);
  const places = hasHead ? named : rows[0].map((_, place) => first + place);
  for (const values of hasHead ? rows.slice(1) : rows) {
    values.forEach((value, place) => {
      const target = at(row, places[place] ?? first + place);
      if (target) set(target, value.trim());
    });
    row = row.nextElementSibling ?? addRow();
  }
}

function fillDown(cell) {
  const place = placeOf(cell);
  for (let row = rowOf(cell).nextElementSibling; row; row = row.nextElementSibling) {
    const target = at(row, place);
    const isUsed = [...row.querySelectorAll(CELL)].some((each) => each.value);
    if (!target || target.value || !isUsed) break;
    set(target, cell.value);
  }
  enter(cell);
}

function repeatAbove(cell) {
  const above = at(rowOf(cell).previousElementSibling, placeOf(cell));
  if (above) set(cell, above.value);
}

const isAtEdge = (cell, end) => {
  const all = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  return all || (cell.selectionStart === cell.selectionEnd && cell.selectionStart === (end ? cell.value.length : 0));
};

// What a key does in a cell; undefined where the browser does as always.
function actOf(event, cell) {
  const isTyping = isEdited(cell) && (cell.list || cell.matches("textarea"));
  const [before, after] = rtl ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  if (event.altKey || event.isComposing) return undefined;
  if (event.ctrlKey || event.metaKey) return event.key === "d" ? () => repeatAbove(cell) : undefined;
  if (event.key === "Enter") return event.shiftKey ? () => go(cell, -1, 0) : () => go(cell, 1, 0) || enter(at(addRow(), placeOf(cell)));
  if (event.key === "Escape" && isEdited(cell)) return () => { set(cell, cell.dataset.before); cell.select(); };
  if (event.shiftKey) return undefined;
  if (event.key === "ArrowDown" && !isTyping) return () => go(cell, 1, 0);
  if (event.key === "ArrowUp" && !isTyping) return () => go(cell, -1, 0);
  if (event.key === before && isAtEdge(cell, false)) return () => go(cell, 0, -1);
  if (event.key === after && isAtEdge(cell, true)) return () => go(cell, 0, 1);
  return undefined;
}

body.addEventListener("focusin", ({ target }) => {
  if (!target.matches(CELL)) return;
  last = target;
  target.dataset.before = target.value;
});

body.addEventListener("keydown", (event) => {
  if (!event.target.matches(CELL)) return;
  const act = actOf(event, event.target);
  if (!act) return;
  event.preventDefault();
  act();
});

body.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!event.target.matches(CELL) || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  paste(event.target, cellsOf(text));
  enter(event.target);
});

// A kept draft may hold rows that were added by hand.
form.addEventListener("filling", ({ detail }) => {
  const keys = detail.map(([name]) => Number.parseInt(/^\+(\d+)\|/.exec(name)?.[1] ?? "0", 10));
  const most = Math.max(0, ...keys);
  while (Number.parseInt(body.lastElementChild.querySelector(CELL).name.slice(1), 10) < most) addRow();
});

form.querySelector("[data-act=add]").addEventListener("click", () => enter(addRow().querySelector(CELL)));
form.querySelector("[data-act=fill]").addEventListener("click", () => last && fillDown(last));
form.querySelector(".grid-acts").hidden = false;

// A table that is pasted into a text keeps its columns: each row becomes a line, with " | " between its
// cells. Where this does not run, the server does the same with what parts the cells, a tab.
const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, tr, br";

const cell = (part) => part.textContent.replace(/\s+/g, " ").trim();

function linesOf(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  if (!body.querySelector("tr")) return null;
  body.querySelectorAll("style, script, head").forEach((part) => part.remove());
  for (const text of texts(body)) text.data = text.data.replace(/\s+/g, " ");
  for (const row of body.querySelectorAll("tr")) row.replaceChildren([...row.cells].map(cell).join(" | ").trim());
  for (const part of body.querySelectorAll("li")) part.prepend("• ");
  for (const part of body.querySelectorAll(BLOCKS)) part.append("\n");
  return body.textContent.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
}

function texts(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const every = [];
  while (walker.nextNode()) every.push(walker.currentNode);
  return every;
}

document.addEventListener("paste", (event) => {
  const area = event.target;
  if (event.defaultPrevented || !area.matches?.("textarea") || area.closest("[data-grid]")) return;
  const text = linesOf(event.clipboardData?.getData("text/html") ?? "");
  if (text === null) return;
  event.preventDefault();
  // Not by value: so the browser can undo it.
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
});

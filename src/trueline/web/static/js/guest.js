// A guest who selects a passage is offered to comment on it: the form takes it over.
const offer = document.querySelector("[data-passage]");
const form = document.getElementById("say");
let found = null;

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const text = selection.isCollapsed ? "" : selection.toString().trim();
  const node = selection.anchorNode;
  const within = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(".chapter");
  if (!text || !within || within.contains(form)) return (offer.hidden = true);
  found = { text: text.slice(0, 500), heading: (node.parentElement.closest(".read-card")?.querySelector("h4") ?? null)?.firstChild.textContent.trim() };
  const box = selection.getRangeAt(0).getBoundingClientRect();
  offer.style.insetBlockStart = `${box.bottom + scrollY + 6}px`;
  offer.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 240))}px`;
  offer.hidden = false;
});

offer.addEventListener("click", (event) => {
  event.preventDefault();
  offer.hidden = true;
  const { about, quote, text } = form.elements;
  quote.value = found.text;
  const place = [...about.options].find((option) => found.heading && option.textContent.includes(found.heading));
  about.value = place?.value ?? "";
  text.focus();
  form.scrollIntoView({ block: "center" });
});

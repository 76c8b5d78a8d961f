// Who else is here now; and commenting on a passage that is selected. Both go without: comments are
// begun at each element, and two people at one element see both versions when they save.
const EVERY = 60000; // milliseconds
const place = document.getElementById("together");

async function look() {
  if (!document.hidden) {
    try {
      const form = document.querySelector("form[data-unsaved]");
      const query = new URLSearchParams({ at: place.dataset.step, writes: form ? "1" : "" });
      const response = await fetch(`${place.dataset.here}?${query}`);
      if (response.ok && !response.redirected) show(await response.text());
    } catch {
      // No line: nothing is known of others.
    }
  }
  setTimeout(look, EVERY);
}

function show(html) {
  const line = place.querySelector("[data-people]");
  if (line.innerHTML.trim() !== html.trim()) line.innerHTML = html;
}

const offer = Object.assign(document.createElement("a"), { className: "button passage", hidden: true });

function passage() {
  const selection = document.getSelection();
  const text = selection.isCollapsed ? "" : selection.toString().trim();
  const at = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-at]");
  const within = at(selection.anchorNode);
  if (!text || !within || within !== at(selection.focusNode) || within.closest("svg")) return (offer.hidden = true);
  const query = new URLSearchParams({ at: within.dataset.at, quote: text.slice(0, 500), next: location.pathname + location.search });
  offer.href = `${place.dataset.comments}?${query}`;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  offer.style.insetBlockStart = `${box.bottom + scrollY + 6}px`;
  offer.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 240))}px`;
  offer.hidden = false;
}

if (place) {
  setTimeout(look, 1000);
  if (place.dataset.comments) {
    offer.textContent = place.dataset.comment;
    document.body.append(offer);
    document.addEventListener("selectionchange", passage);
  }
}

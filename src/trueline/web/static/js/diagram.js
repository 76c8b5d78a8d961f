// Dragging in the theory of change: from one box to another leads to the form that joins them.
// Choosing, joining and everything else are plain links that need no script.

// A finger scrolls, unless it rests on a box first.
const SLACK = 6; // pixels a pointer may wander and still be a click
const HOLD = 350; // milliseconds for which a finger rests on a box before it drags
const CLICK = 50; // milliseconds within which a browser sends the click that ends a press

for (const diagram of document.querySelectorAll(".diagram-live[data-connect]")) {
  if (diagram.dataset.connect) allowDragging(diagram);
}

function allowDragging(diagram) {
  const svg = diagram.querySelector("svg");
  let drag = null;

  svg.addEventListener("dragstart", (event) => event.preventDefault());

  svg.addEventListener("pointerdown", (event) => {
    const box = boxAt(event.target);
    if (!box || event.button !== 0 || !event.isPrimary) return;
    drag = { box, x: event.clientX, y: event.clientY, line: null, held: event.pointerType !== "touch" };
    if (!drag.held) hold(drag);
  });

  function hold(begun) {
    begun.clock = setTimeout(() => {
      begun.held = true;
      begun.box.classList.add("held");
    }, HOLD);
  }

  function end() {
    const done = drag;
    drag = null;
    clearTimeout(done?.clock);
    done?.box.classList.remove("held");
    done?.line?.remove();
    mark(svg, null);
    return done;
  }

  svg.addEventListener("touchmove", (event) => drag?.held && event.preventDefault(), { passive: false });
  svg.addEventListener("contextmenu", (event) => drag?.clock && event.preventDefault());

  svg.addEventListener("pointermove", (event) => {
    if (!drag?.held) return;
    if (!drag.line) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK) return;
      drag.line = lineIn(svg, drag);
      svg.setPointerCapture(event.pointerId);
    }
    const end = pointIn(svg, event.clientX, event.clientY);
    drag.line.setAttribute("x2", end.x);
    drag.line.setAttribute("y2", end.y);
    mark(svg, targetUnder(event, drag));
  });

  svg.addEventListener("pointerup", (event) => {
    const done = end();
    if (!done?.line) return;
    const swallow = (click) => click.preventDefault();
    svg.addEventListener("click", swallow, { once: true, capture: true });
    setTimeout(() => svg.removeEventListener("click", swallow, { capture: true }), CLICK);
    const target = targetUnder(event, done);
    if (target) {
      const ends = new URLSearchParams({ cause: idOf(done.box), effect: idOf(target) });
      window.location.assign(`${diagram.dataset.connect}?${ends}`);
    }
  });

  svg.addEventListener("pointercancel", end);
}

function boxAt(element) {
  return element?.closest?.("a[data-at^='activities['], a[data-at^='results[']") ?? null;
}

// Only results can be led to, and nothing leads to itself.
function targetUnder(event, drag) {
  const box = boxAt(document.elementFromPoint(event.clientX, event.clientY));
  return box && box !== drag.box && box.dataset.at.startsWith("results[") ? box : null;
}

function idOf(box) {
  return box.dataset.at.slice(box.dataset.at.indexOf("[") + 1, -1);
}

function pointIn(svg, x, y) {
  return new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
}

function lineIn(svg, drag) {
  const start = pointIn(svg, drag.x, drag.y);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  line.setAttribute("class", "joining");
  for (const [name, value] of [["x1", start.x], ["y1", start.y], ["x2", start.x], ["y2", start.y]]) {
    line.setAttribute(name, value);
  }
  svg.append(line);
  return line;
}

function mark(svg, box) {
  svg.querySelector(".target")?.classList.remove("target");
  box?.classList.add("target");
}

// A picture fits its place, and is made larger or smaller, moved, and shown alone: by buttons, by
// keys while it has the focus (+ - 0 f, arrows), by the wheel with Ctrl, and by dragging the ground.
// Above 40 boxes a small map shows which part is seen. Without this it stands at its own size and
// scrolls.
const STEP = 1.25;
const LARGEST = 4;
const MANY = 40; // boxes from which on there is a map
const LEGIBLE = 0.96; // times its own size: text of 11 px; it opens no smaller than that
const svgNames = "http://www.w3.org/2000/svg";

for (const place of document.querySelectorAll("[data-picture]")) {
  const svg = place.querySelector("svg");
  if (svg?.viewBox.baseVal.width) begin(place, svg);
}

function begin(place, svg) {
  const { width, height } = svg.viewBox.baseVal;
  const words = place.dataset;
  const frame = document.createElement("div");
  frame.className = "picture";
  place.before(frame);
  frame.append(bar(), place);
  place.classList.add("picture-seen");
  place.dir = "ltr"; // so that places count from one side; a picture that is mirrored begins at its right
  const boxes = [...svg.querySelectorAll("a[data-at^='activities['] rect:first-of-type, a[data-at^='results['] rect:first-of-type")];
  const map = boxes.length > MANY ? mapOf() : null;
  let scale = 1;
  let isOwn = false; // chosen by the reader, and kept when the page changes its size

  function bar() {
    const line = Object.assign(document.createElement("div"), { className: "picture-bar" });
    line.dataset.screen = "";
    line.setAttribute("role", "group");
    line.setAttribute("aria-label", words.picture);
    const acts = { fit, larger: () => zoom(STEP), smaller: () => zoom(1 / STEP), whole };
    for (const [name, act] of Object.entries(acts)) {
      if (name === "whole" && !document.fullscreenEnabled) continue;
      const button = Object.assign(document.createElement("button"), { type: "button", className: "act", textContent: words[name] });
      button.addEventListener("click", act);
      line.append(button);
    }
    return line;
  }

  const room = () => ({ width: place.clientWidth - 8, height: document.fullscreenElement === frame ? innerHeight - 64 : Math.max(320, innerHeight * 0.75) });
  const fitting = () => Math.min(room().width / width, room().height / height, 1.6);

  function set(to, about = { x: 0.5, y: 0.5 }) {
    const seen = { x: (place.scrollLeft + place.clientWidth * about.x) / scale, y: (place.scrollTop + place.clientHeight * about.y) / scale };
    scale = Math.max(Math.min(fitting(), 0.4), Math.min(to, LARGEST));
    svg.style.inlineSize = `${Math.round(width * scale)}px`;
    svg.style.blockSize = `${Math.round(height * scale)}px`;
    place.scrollLeft = seen.x * scale - place.clientWidth * about.x;
    place.scrollTop = seen.y * scale - place.clientHeight * about.y;
    draw();
  }

  function fit() {
    isOwn = false;
    set(fitting());
  }

  function zoom(by, about) {
    isOwn = true;
    set(scale * by, about);
  }

  function whole() {
    if (document.fullscreenElement) document.exitFullscreen();
    else frame.requestFullscreen().catch(() => {});
  }

  function opened() {
    const all = Math.min(room().width / width, 1.6);
    set(Math.max(fitting(), Math.min(all, 1.2), LEGIBLE));
    if (document.dir === "rtl") place.scrollLeft = place.scrollWidth;
    const chosen = svg.querySelector(".chosen");
    if (!chosen) return draw();
    const at = chosen.getBoundingClientRect();
    const here = place.getBoundingClientRect();
    place.scrollLeft += at.left + at.width / 2 - here.left - here.width / 2;
    place.scrollTop += at.top + at.height / 2 - here.top - here.height / 2;
  }

  function mapOf() {
    const wide = 160;
    const small = document.createElementNS(svgNames, "svg");
    small.setAttribute("class", "picture-map");
    small.setAttribute("viewBox", `0 0 ${width} ${height}`);
    small.setAttribute("width", wide);
    small.setAttribute("height", Math.min(200, (wide * height) / width));
    small.setAttribute("aria-hidden", "true");
    const turned = svg.querySelector('g[transform^="matrix(-1"]');
    const drawing = document.createElementNS(svgNames, "g");
    if (turned) drawing.setAttribute("transform", turned.getAttribute("transform"));
    for (const box of boxes) {
      const one = document.createElementNS(svgNames, "rect");
      for (const name of ["x", "y", "width", "height"]) one.setAttribute(name, box.getAttribute(name));
      drawing.append(one);
    }
    const seen = document.createElementNS(svgNames, "rect");
    seen.setAttribute("class", "picture-window");
    small.append(drawing, seen);
    frame.append(small);
    const go = (event) => {
      if (!(event.buttons & 1)) return;
      const box = small.getBoundingClientRect();
      const per = Math.min(box.width / width, box.height / height);
      place.scrollLeft = ((event.clientX - box.left - (box.width - width * per) / 2) / per) * scale - place.clientWidth / 2;
      place.scrollTop = ((event.clientY - box.top - (box.height - height * per) / 2) / per) * scale - place.clientHeight / 2;
    };
    small.addEventListener("pointerdown", go);
    small.addEventListener("pointermove", go);
    return seen;
  }

  function draw() {
    if (!map) return;
    const at = { x: place.scrollLeft / scale, y: place.scrollTop / scale, width: place.clientWidth / scale, height: place.clientHeight / scale };
    for (const [name, value] of Object.entries(at)) map.setAttribute(name, Math.round(value));
  }

  place.addEventListener("scroll", draw, { passive: true });
  place.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = place.getBoundingClientRect();
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  }, { passive: false });
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = { "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), 0: fit, f: whole };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });

  // The ground is dragged with a mouse; fingers scroll, and boxes are dragged to join them.
  place.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || event.target.closest("a")) return;
    const from = { x: event.clientX + place.scrollLeft, y: event.clientY + place.scrollTop };
    const move = ({ clientX, clientY }) => place.scrollTo(from.x - clientX, from.y - clientY);
    place.addEventListener("pointermove", move);
    addEventListener("pointerup", () => place.removeEventListener("pointermove", move), { once: true });
  });
  // A finger that moves on at an edge does not go back a page: where a part of a page scrolls, styles
  // alone do not see to that in every browser.
  let finger = null;
  place.addEventListener("touchstart", ({ touches }) => { finger = touches.length === 1 ? touches[0] : null; }, { passive: true });
  place.addEventListener("touchmove", (event) => {
    if (!finger || !event.cancelable) return;
    const [x, y] = [event.touches[0].clientX - finger.clientX, event.touches[0].clientY - finger.clientY];
    const isAtEdge = x > 0 ? place.scrollLeft <= 0 : place.scrollLeft >= place.scrollWidth - place.clientWidth - 1;
    if (isAtEdge && Math.abs(x) > Math.abs(y)) event.preventDefault();
  }, { passive: false });
  document.addEventListener("fullscreenchange", () => (isOwn ? set(scale) : opened()));
  addEventListener("resize", () => (isOwn ? draw() : opened()));
  opened();
}

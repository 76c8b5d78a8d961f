// Opens what a cell has to say while the pointer or the focus is on it; a press keeps it open.
//
// Without this module the browser opens it by a press or key alone.
const PAUSE = 150; // the way from a cell to its card

for (const button of document.querySelectorAll(".peek")) {
  const card = document.getElementById(button.getAttribute("popovertarget"));
  let kept = false;
  let leaving = 0;
  const isOpen = () => card.matches(":popover-open");
  const open = () => {
    clearTimeout(leaving);
    if (isOpen()) return;
    card.dataset.at = button.getBoundingClientRect().top > innerHeight / 2 ? "top" : "bottom";
    card.showPopover();
  };
  const close = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => !kept && isOpen() && card.hidePopover(), PAUSE);
  };
  for (const each of [button, card]) {
    each.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open());
    each.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && close());
  }
  button.addEventListener("focus", () => button.matches(":focus-visible") && open());
  button.addEventListener("blur", close);
  button.addEventListener("click", (event) => {
    event.preventDefault();
    kept = !kept;
    if (kept) open();
    else if (isOpen()) card.hidePopover();
  });
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") kept = false;
  });
}

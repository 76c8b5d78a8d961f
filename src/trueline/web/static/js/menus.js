// Menus close by Escape, by a press elsewhere, and when the keyboard moves on.
const open = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  open().forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, ({ target }) => {
    open().forEach((menu) => { if (!menu.contains(target)) menu.open = false; });
  });
}

// Columns fold on small screens. Where CSS cannot hold them open on wide ones, this does.
if (!CSS.supports("selector(::details-content)")) {
  const wide = matchMedia("(min-width: 60rem)");
  const hold = () => document.querySelectorAll(":is(.before, .sidebar) > .fold").forEach((fold) => { fold.open = wide.matches; });
  wide.addEventListener("change", hold);
  hold();
}

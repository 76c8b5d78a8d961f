// An address that names a field leads into it: where to type is where one is.
// What stands in a closed section is opened first.
const opened = () => {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  for (let each = closed; each; each = each.parentElement.closest("details:not([open])")) each.open = true;
  target.scrollIntoView();
};
opened();
addEventListener("hashchange", opened);
document.addEventListener("click", ({ target }) => {
  if (target.closest?.(".form-index a, .error-summary a")) setTimeout(opened);
});
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const field = named && (named.matches("input, select, textarea") ? named : named.querySelector("input, select, textarea"));
if (field && named.id.startsWith("id_") && !document.querySelector("[data-answer], .error-summary")) field.focus();
if (field && named.id.startsWith("add-")) field.focus();

// An address that names a field leads into it: where to type is where one is.
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const field = named && (named.matches("input, select, textarea") ? named : named.querySelector("input, select, textarea"));
if (field && named.id.startsWith("id_") && !document.querySelector("[data-answer], .error-summary")) field.focus();
if (field && named.id.startsWith("add-")) field.focus();

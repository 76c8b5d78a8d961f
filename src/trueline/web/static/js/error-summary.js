// A form that came back with errors: begin reading there.
const focusSummary = (root) => root.querySelector?.(".error-summary:not([data-sample] *)")?.focus();

focusSummary(document);
document.addEventListener("htmx:load", (event) => focusSummary(event.detail.elt));

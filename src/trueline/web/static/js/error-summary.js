// A form that came back with errors, or because two people met: begin reading there.
const focusSummary = (root) => root.querySelector?.(".error-summary:not([data-sample] *), [data-refused]")?.focus();

focusSummary(document);
document.addEventListener("htmx:load", (event) => focusSummary(event.detail.elt));

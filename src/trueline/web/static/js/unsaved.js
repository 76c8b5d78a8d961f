// Ask before leaving a form in which something was written and not saved, where no draft of it is
// kept: one that drafts are kept of elsewhere, or that says data-unsaved.
import { isDrafted, written } from "./drafts.js";
import { isKept } from "./kept.js";

if (!isKept()) {
  document.querySelectorAll("form[method=post]").forEach((form) => {
    if (!isDrafted(form) && !("unsaved" in form.dataset)) return;
    const before = form.dataset.unsaved || form.querySelector("[aria-invalid=true]") ? null : written(form);
    const ask = (event) => { if (written(form) !== before) event.preventDefault(); };
    addEventListener("beforeunload", ask);
    form.addEventListener("submit", () => removeEventListener("beforeunload", ask));
  });
}

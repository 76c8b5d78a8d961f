// Ask before leaving a form (data-unsaved) in which something was written and not saved, where no
// draft of it is kept.
import { written } from "./drafts.js";
import { isKept } from "./kept.js";

if (!isKept()) {
  document.querySelectorAll("form[data-unsaved]").forEach((form) => {
    const before = form.dataset.unsaved || form.querySelector("[aria-invalid=true]") ? null : written(form);
    const ask = (event) => { if (written(form) !== before) event.preventDefault(); };
    addEventListener("beforeunload", ask);
    form.addEventListener("submit", () => removeEventListener("beforeunload", ask));
  });
}

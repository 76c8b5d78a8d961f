// Ask before leaving a form (data-unsaved) in which something was written and not saved.
const written = (form) => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));

document.querySelectorAll("form[data-unsaved]").forEach((form) => {
  const before = form.dataset.unsaved || form.querySelector("[aria-invalid=true]") ? null : written(form);
  const ask = (event) => { if (written(form) !== before) event.preventDefault(); };
  addEventListener("beforeunload", ask);
  form.addEventListener("submit", () => removeEventListener("beforeunload", ask));
});

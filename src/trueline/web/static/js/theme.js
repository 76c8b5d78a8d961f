// Change the look at once, without leaving the page and what is being written on it.
const form = document.querySelector("[data-theme-choice]");

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { value } = event.submitter;
  if (value) document.documentElement.dataset.theme = value;
  else delete document.documentElement.dataset.theme;
  form.querySelectorAll("button").forEach((button) => {
    button.setAttribute("aria-pressed", String(button === event.submitter));
  });
  const sent = new FormData(form, event.submitter);
  await fetch(form.action, { method: "POST", body: sent, redirect: "manual" });
});

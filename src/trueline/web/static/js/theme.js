// Change the look at once, without leaving the page and what is being written on it. It is kept in the
// cookie by which the server knows it, so that it holds without a line, too.
const form = document.querySelector("[data-theme-choice]");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { value } = event.submitter;
  if (value) document.documentElement.dataset.theme = value;
  else delete document.documentElement.dataset.theme;
  form.querySelectorAll("button").forEach((button) => {
    button.setAttribute("aria-pressed", String(button === event.submitter));
  });
  const { name, path, age } = form.dataset;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=${path}; Max-Age=${value ? age : 0}; SameSite=Lax${secure}`;
});

// A button beside a link copies it. It is shown only where it works; without it one selects the link.
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = !navigator.clipboard || !field;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select(); // Not allowed: the browser's own way is left.
      return;
    }
    button.textContent = button.dataset.copied;
    document.getElementById("announcer").textContent = button.dataset.copied;
  });
}

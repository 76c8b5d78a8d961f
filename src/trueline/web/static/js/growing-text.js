// Text fields grow with what is written, where the browser does not see to it itself.
if (!CSS.supports("field-sizing", "content")) {
  const fit = (area) => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  };
  document.querySelectorAll("textarea").forEach(fit);
  document.addEventListener("input", ({ target }) => target.matches("textarea") && fit(target));
}

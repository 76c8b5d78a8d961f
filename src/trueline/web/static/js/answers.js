// After an act: begin reading at what is said of it, and say it aloud. What was said of a section
// of a long form stands in it.
const answer = document.querySelector("[data-answer]");
addEventListener("load", () => setTimeout(() => { history.scrollRestoration = "auto"; }));
if (answer) {
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (section?.matches(".section-fields")) {
    section.closest("details").open = true;
    section.prepend(answer);
  }
  answer.focus({ preventScroll: Boolean(location.hash) });
  document.getElementById("announcer").textContent = answer.textContent;
}

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
  const begin = () => answer.focus({ preventScroll: Boolean(location.hash) });
  begin();
  // A browser that goes to a place of a long page once all is there takes the focus away again.
  addEventListener("load", () => setTimeout(() => document.activeElement === document.body && begin()));
  document.getElementById("announcer").textContent = answer.textContent;
}

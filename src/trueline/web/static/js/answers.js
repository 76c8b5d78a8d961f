// After an act: begin reading at what is said of it, and say it aloud.
const answer = document.querySelector("[data-answer]");
if (answer) {
  answer.focus({ preventScroll: Boolean(location.hash) });
  document.getElementById("announcer").textContent = answer.textContent;
}

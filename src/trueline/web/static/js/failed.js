// A part of the page could not be fetched: say so above it, and mark what stands there as old.
const said = document.getElementById("announcer").dataset.failed;
const NOTICE = "[data-fetch-failed]";

function failed({ detail }) {
  const part = detail.target;
  if (!part || part.previousElementSibling?.matches(NOTICE)) return;
  part.classList.add("is-old");
  const notice = Object.assign(document.createElement("p"), { className: "notice", textContent: said });
  notice.setAttribute("role", "alert");
  notice.dataset.fetchFailed = "";
  part.before(notice);
}

for (const kind of ["responseError", "sendError", "timeout"]) {
  document.addEventListener(`htmx:${kind}`, failed);
}
document.addEventListener("htmx:load", ({ detail }) => {
  if (detail.elt.previousElementSibling?.matches(NOTICE)) detail.elt.previousElementSibling.remove();
});

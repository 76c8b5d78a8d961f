// When a part of the page is exchanged, say aloud what it has to say: data-said="Saved".
document.addEventListener("htmx:load", ({ detail }) => {
  const part = detail.elt.matches?.("[data-said]") ? detail.elt : detail.elt.querySelector?.("[data-said]");
  if (part) document.getElementById("announcer").textContent = part.dataset.said;
});

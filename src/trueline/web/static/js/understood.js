// A number, a day, a sum or a country is read back as soon as its field is left; where it can mean
// several things, these are offered. The server reads: there is one parser.
const address = document.getElementById("drafts")?.dataset.reads;

async function readBack(input) {
  const place = input.parentElement.querySelector("[data-understood]");
  const halves = input.closest(".halves");
  const query = new URLSearchParams({ as: input.dataset.reads, text: input.value, name: input.name });
  if (halves) query.set("currency", halves.querySelector("select").value);
  const asked = (place.dataset.asked = query.toString());
  try {
    const response = await fetch(`${address}?${query}`);
    if (response.ok && !response.redirected && place.dataset.asked === asked) place.innerHTML = await response.text();
  } catch {
    place.replaceChildren(); // No line: the server reads when the form is sent.
  }
}

if (address) {
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-reads]")) readBack(target);
    if (target.matches(".halves select")) readBack(target.closest(".halves").querySelector("[data-reads]"));
  });
}

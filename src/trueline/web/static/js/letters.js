// How many letters are left is said when few are; a longer text stays as it is, and is refused with
// a reason when it is sent.
const words = document.getElementById("announcer")?.dataset;
const FEW = 0.9; // from so full on

function count(field) {
  const most = Number(field.dataset.most);
  const left = most - [...field.value].length;
  let line = field.nextElementSibling?.matches(".letters") ? field.nextElementSibling : null;
  if (left > most * (1 - FEW)) return line?.remove();
  if (!line) {
    line = Object.assign(document.createElement("p"), { className: "echo letters" });
    line.setAttribute("role", "status");
    field.after(line);
  }
  line.classList.toggle("too-many", left < 0);
  const text = left < 0 ? words.tooMany : words.left;
  line.textContent = text.replace("{count}", Math.abs(left).toLocaleString(document.documentElement.lang));
}

if (words) {
  document.querySelectorAll("[data-most]").forEach(count);
  document.addEventListener("input", ({ target }) => target.matches("[data-most]") && count(target));
}

// A form is sent once: it shows that it is on its way, and takes no second press until an answer
// comes, the page comes back, or so long passed that the line must have dropped. What reaches the
// server twice all the same counts once there, by the form's one-time key.
import { silence } from "./drafts.js";
import { isSent, send } from "./sending.js";

const PATIENCE = 15000; // milliseconds
const FILE = 2000; // the same where a file comes (data-sends="file"), and the page stays

const sent = new Map();

function free(form) {
  clearTimeout(sent.get(form)?.clock);
  sent.get(form)?.button?.removeAttribute("aria-disabled");
  form.removeAttribute("aria-busy");
  sent.delete(form);
}

function begin(form, button) {
  const patience = form.dataset.sends === "file" ? FILE : PATIENCE;
  sent.set(form, { button, clock: setTimeout(() => free(form), patience) });
  form.setAttribute("aria-busy", "true");
  button?.setAttribute("aria-disabled", "true");
  const announcer = document.getElementById("announcer");
  announcer.textContent = announcer.dataset.sending;
}

addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  begin(form, event.submitter);
  if (!isSent(form)) return;
  event.preventDefault();
  clearTimeout(sent.get(form).clock); // it has a patience of its own
  silence(form, "line");
  if (!(await send(form, event.submitter))) free(form);
});

addEventListener("pageshow", () => [...sent.keys()].forEach(free));

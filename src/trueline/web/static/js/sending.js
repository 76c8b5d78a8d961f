// A form that is typed into is sent without leaving the page: where no answer comes, it stands there
// as it was, says so, and is sent again as soon as there is a line. It counts once all the same.
import { isDrafted, saved, say, silence, written } from "./drafts.js";
import { isKept, words } from "./kept.js";

const PATIENCE = 30000; // milliseconds for an answer
const AGAIN = 10000; // milliseconds until the next try
const plain = new WeakSet();

// Whether a form is sent by `send`. What that could not show is sent the plain way, once.
export const isSent = (form) => isDrafted(form) && !plain.delete(form);

// Sends a form, and leads where the answer leads. False: it is still there, and can be pressed.
export async function send(form, button) {
  let answer;
  try {
    answer = await fetch(form.getAttribute("action") || location.href, {
      method: "POST",
      body: new URLSearchParams(entries(form, button)),
      headers: { "X-Sent-By": "script" },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    missed(form, button);
    return false;
  }
  const onward = answer.headers.get("X-Leads-To");
  if (onward) {
    saved(form);
    go(new URL(onward, location.href));
  } else {
    plain.add(form); // nothing was saved, and the browser shows why
    setTimeout(() => form.requestSubmit(button));
  }
  return Boolean(onward);
}

// As a browser sends them, in which lines end alike everywhere.
function entries(form, button) {
  const every = [...new FormData(form)];
  if (button?.name) every.push([button.name, button.value]);
  return every.map(([name, value]) => [name, value.replace(/\r?\n/g, "\r\n")]);
}

function go(url) {
  if (url.pathname + url.search !== location.pathname + location.search) return location.assign(url);
  history.replaceState(null, "", url);
  history.scrollRestoration = "manual"; // the answer is where one goes on, not where one pressed
  return location.reload();
}

function missed(form, button) {
  const before = written(form);
  silence(form, "offline");
  say(form, "line", isKept() ? words.noAnswer : words.noAnswerShared).setAttribute("role", "alert");
  const again = () => {
    clearTimeout(clock);
    removeEventListener("online", again);
    if (written(form) === before) form.requestSubmit(button);
    else say(form, "line", words.pressAgain);
  };
  const clock = setTimeout(again, AGAIN);
  addEventListener("online", again);
}

function line() {
  for (const form of document.querySelectorAll("form")) {
    if (!isDrafted(form)) continue;
    if (navigator.onLine) silence(form, "offline");
    else if (!form.querySelector("[data-about=line]")) say(form, "offline", isKept() ? words.offline : words.offlineShared);
  }
}

addEventListener("offline", line);
addEventListener("online", line);

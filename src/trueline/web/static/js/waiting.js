// A page that waits for a file asks how it stands and changes only when that has changed. When the
// file is there it says so, in its title too, and saves it. Without scripts a link looks again.
const EVERY = 2000; // milliseconds

const waiting = document.querySelector("[data-waits]");
if (waiting) setTimeout(look, EVERY, waiting);

async function look(part) {
  try {
    const response = await fetch(location.href);
    if (!response.ok) throw new Error(response.statusText);
    if (!response.headers.get("Content-Type").startsWith("text/html")) return handedOver(part);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector("[data-progress]");
    if (!now.matches("[data-waits]")) return over(part, now, page.title);
    if (now.textContent !== part.textContent) part.replaceChildren(...now.childNodes);
  } catch {
    // The line or the server did not answer: look again the next time.
  }
  setTimeout(look, EVERY, part);
}

function over(part, now, title) {
  part.replaceWith(now);
  document.title = title;
  begin(now);
  now.querySelector("a[download]")?.click();
}

// The address gives the file itself, and leaves the page as it is.
function handedOver(part) {
  const heading = part.querySelector("h1");
  document.title = document.title.replace(heading.textContent, part.dataset.ready);
  heading.textContent = part.dataset.ready;
  part.querySelectorAll("p").forEach((each) => each.remove());
  begin(part);
  location.reload();
}

function begin(part) {
  const heading = part.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
}

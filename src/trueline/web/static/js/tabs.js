// Tabs of one person know of each other: who has the same form open, who wrote in it, saved it, or
// signed out. A tab keeps its name as long as it is open, whatever it shows.
import { newName, words } from "./kept.js";

const ANSWERS = 150; // milliseconds within which a tab that is there answers
const channel = words && "BroadcastChannel" in window ? new BroadcastChannel("trueline") : null;
const listeners = [];
export const page = newName();
export let tab = newName();
try {
  tab = sessionStorage.tab ??= tab;
} catch {
  // Without a memory of its own a tab is a new one on each page.
}

export function tell(sort, place) {
  channel?.postMessage({ sort, place, tab, page, person: words.person });
}

export function hear(listener) {
  listeners.push(listener);
}

// The names of the other tabs that are open. A copy of a tab has its name, and takes another.
export async function others() {
  if (!channel) return new Set();
  const met = new Set();
  const meet = ({ data }) => data.sort === "here" && data.to === page && met.add(data.tab);
  channel.addEventListener("message", meet);
  tell("hello", "");
  await new Promise((resolve) => setTimeout(resolve, ANSWERS));
  channel.removeEventListener("message", meet);
  if (met.has(tab)) {
    tab = newName();
    try {
      sessionStorage.tab = tab;
    } catch {
      // As above.
    }
  }
  return met;
}

channel?.addEventListener("message", ({ data }) => {
  if (data.person !== words.person) return;
  if (data.sort === "hello") channel.postMessage({ sort: "here", to: data.page, tab, person: words.person });
  listeners.forEach((listener) => listener(data));
});

// Drafts as they lie in this browser: one for each person, place and tab. Somebody who said that
// others use this computer keeps none.
export const words = document.getElementById("drafts")?.dataset;
const FOR = 30 * 24 * 3600 * 1000; // milliseconds
const ALL = "trueline:";
const MINE = `${ALL}${words?.person}:`;
let open = words !== undefined && "keeps" in words;

export const newName = () => Math.random().toString(36).slice(2, 12);
export const isKept = () => open;

export function write(place, tab, draft) {
  if (open) attempt(() => localStorage.setItem(`${MINE}${place} ${tab}`, JSON.stringify(draft)));
}

export function remove(place, tab) {
  attempt(() => localStorage.removeItem(`${MINE}${place} ${tab}`));
}

// All drafts of a place by tab, the newest first.
export function at(place) {
  const beginning = `${MINE}${place} `;
  const drafts = keys(beginning).map((key) => [key.slice(beginning.length), read(key)]);
  return drafts.filter(([, draft]) => draft).sort(([, one], [, other]) => other.at - one.at);
}

// After this nothing of the person lies here, and nothing is kept any more.
export function leave() {
  open = false;
  removeAll(keys(MINE));
}

function keys(beginning) {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(beginning))) ?? [];
}

function read(key) {
  return attempt(() => JSON.parse(localStorage.getItem(key)));
}

function removeAll(every) {
  every.forEach((key) => attempt(() => localStorage.removeItem(key)));
}

// A browser may keep nothing, or have no room left: then the page works as without drafts.
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

if (words) removeAll(open ? keys(ALL).filter((key) => !(read(key)?.at > Date.now() - FOR)) : keys(MINE));

// What is typed into a form is kept until it is saved, and offered where it was not: after a closed
// tab, a lost line, a session that ended. Every form that is sent and typed into joins by itself,
// but for one with secrets or data-undrafted.
import * as kept from "./kept.js";
import * as tabs from "./tabs.js";

const { words } = kept;
const TYPED = "textarea, select, input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset])";
const SECRET = "[type=password], [type=file], [autocomplete=one-time-code]";
const LONGEST = 160; // letters of an offered text that are shown

const drafts = new Map();

// A form that was interrupted, and is sent anew as soon as its person is back.
const resumes = (form) => "resumes" in form.dataset;

export const isDrafted = (form) => drafts.has(form);

export function saved(form) {
  const draft = drafts.get(form);
  draft.isSaved = true;
  kept.remove(draft.place, tabs.tab);
  tabs.tell("saved", draft.place);
}

// What is written in a form, without what it carries by itself.
export function written(form) {
  const carried = new Set([...form.querySelectorAll("input[type=hidden]")].map(({ name }) => name));
  return JSON.stringify([...new FormData(form)].filter(([name]) => !carried.has(name)));
}

// Say something of a form: beside its buttons, or at its head. One thing of each sort at a time.
export function say(form, sort, text, { atHead = false, acts = {} } = {}) {
  silence(form, sort);
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.dataset.about = sort;
  for (const line of [text].flat()) {
    if (line) notice.append(Object.assign(document.createElement("p"), { textContent: line, dir: "auto" }));
  }
  if (Object.keys(acts).length) notice.append(buttons(notice, acts));
  (atHead ? form : (form.querySelector(".form-acts") ?? form)).prepend(notice);
  document.getElementById("announcer").textContent = [text].flat().join(" ");
  return notice;
}

export function silence(form, sort) {
  form.querySelector(`[data-about="${sort}"]`)?.remove();
}

function buttons(notice, acts) {
  const line = Object.assign(document.createElement("p"), { className: "acts" });
  for (const [label, act] of Object.entries(acts)) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.className = "button button-quiet";
    button.addEventListener("click", () => {
      notice.remove();
      act();
    });
    line.append(button);
  }
  return line;
}

function placeOf(form, places) {
  const { pathname, search } = new URL(form.getAttribute("action") || location.href, location.href);
  const before = places.get(pathname + search) ?? 0;
  places.set(pathname + search, before + 1);
  return `${pathname}${search} ${before}`.replaceAll(" ", "#");
}

// What a form was opened on: the server's own word for it, else what stood in it.
const baseOf = (form, initial) => form.querySelector("input[name=seen]")?.value ?? initial;

function register(form, place) {
  const initial = written(form);
  const draft = { place, initial, refused: "refused" in words, base: baseOf(form, initial), earlier: kept.at(place) };
  drafts.set(form, draft);
  if (resumes(form)) return void setTimeout(() => form.requestSubmit());
  if (draft.refused) keep(form);
  for (const kind of ["input", "change"]) form.addEventListener(kind, () => keep(form));
}

function keep(form) {
  const draft = drafts.get(form);
  const now = written(form);
  if (draft.isSaved || now === draft.last) return;
  draft.last = now;
  if (now === draft.initial && !draft.refused) return kept.remove(draft.place, tabs.tab);
  const values = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  kept.write(draft.place, tabs.tab, { at: Date.now(), base: draft.base, written: now, values });
  if (!draft.told) tabs.tell("writing", draft.place);
  draft.told = true;
}

function fill(form, values) {
  form.dispatchEvent(new CustomEvent("filling", { detail: values }));
  const left = new Map();
  for (const [name, value] of values) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of form.elements) {
    const mine = left.get(control.name) ?? [];
    if (["checkbox", "radio"].includes(control.type)) control.checked = mine.includes(control.value);
    else if (control.type === "select-multiple") {
      for (const option of control.options) option.selected = mine.includes(option.value);
    } else if (mine.length && "value" in control && control.type !== "submit") control.value = mine.shift();
  }
  drafts.get(form).base = baseOf(form, drafts.get(form).base);
  for (const area of form.querySelectorAll("textarea")) area.dispatchEvent(new Event("input", { bubbles: true }));
  keep(form);
}

const filledIn = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const timeOf = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

function excerptOf(found, initial) {
  const before = new Set(JSON.parse(initial).map(String));
  const texts = JSON.parse(found.written).filter((pair) => !before.has(String(pair)) && pair[1].trim());
  const text = texts.map(([, value]) => value.trim()).sort((one, other) => other.length - one.length)[0] ?? "";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

// What this very tab wrote on what still stands there is put back; anything else is offered.
function bringBack(form, name, found) {
  const { place, initial, base, last } = drafts.get(form);
  const isUntouched = last === undefined;
  const isOwn = name === tabs.tab;
  if (found.written === written(form)) return isUntouched && kept.remove(place, name);
  const when = { when: timeOf(found.at) };
  if (isOwn && isUntouched && found.base === base) {
    fill(form, found.values);
    return say(form, "draft", filledIn(words.back, when), { atHead: true, acts: { [words.discard]: () => discard(form) } });
  }
  const aside = isOwn ? kept.newName() : name;
  if (isOwn && isUntouched) kept.remove(place, name);
  kept.write(place, aside, found);
  const lines = [filledIn(words.offer, when), excerptOf(found, initial), found.base === base ? "" : words.changed];
  const acts = { [words.take]: () => take(form, aside, found), [words.discard]: () => kept.remove(place, aside) };
  return say(form, `draft-${aside}`, lines, { atHead: true, acts });
}

function take(form, name, found) {
  kept.remove(drafts.get(form).place, name);
  fill(form, found.values);
  form.querySelector(TYPED)?.focus();
}

function discard(form) {
  const { place, initial, base } = drafts.get(form);
  kept.remove(place, tabs.tab);
  form.reset();
  Object.assign(drafts.get(form), { last: initial, base });
}

async function begin() {
  const places = new Map();
  for (const form of document.querySelectorAll("form[method=post]")) {
    const isTyped = (form.querySelector(TYPED) || resumes(form)) && form.querySelector("input[name=once]");
    const isLeft = form.querySelector(SECRET) || "undrafted" in form.dataset || "sends" in form.dataset;
    if (isTyped && !isLeft) register(form, placeOf(form, places));
  }
  if (!drafts.size) return;
  const open = await tabs.others();
  for (const [form, { earlier, refused }] of drafts) {
    for (const [name, found] of earlier) {
      if (open.has(name) && name !== tabs.tab) say(form, "tabs", words.otherTab, { atHead: true });
      else if (!refused && !resumes(form)) bringBack(form, name, found);
    }
  }
}

function leave() {
  kept.leave();
  for (const form of drafts.keys()) say(form, "tabs", words.left);
}

if (words) {
  begin();
  addEventListener("pageshow", () => drafts.forEach((draft) => { draft.isSaved = false; }));
  tabs.hear(({ sort, place }) => {
    if (sort === "left") leave();
    for (const [form, draft] of drafts) {
      if (draft.place !== place) continue;
      if (sort === "writing") say(form, "tabs", words.otherTab, { atHead: true });
      if (sort === "saved") say(form, "tabs", filledIn(words.savedElsewhere, { when: timeOf(Date.now()) }), { atHead: true });
    }
  });
  addEventListener("submit", ({ target }) => {
    if (!("leaves" in target.dataset)) return;
    kept.leave();
    tabs.tell("left", "");
  });
}

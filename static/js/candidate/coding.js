// The coding room: the editor, drafts that are kept as they are typed, running and submitting, results as they come.

import { request } from "../net.js";
import { Drafts } from "./drafts.js";
import { prefer, preferences } from "./coding/preferences.js";
import { Recorder } from "./coding/recorder.js";
import { Results } from "./coding/results.js";
import { split } from "./coding/split.js";
import { Versions } from "./coding/versions.js";

const byId = (id) => document.getElementById(id);
const form = byId("code-form");
const frame = byId("editor");
const area = byId("editor-area");
const plain = byId("code");
const select = byId("language");
const message = byId("code-message");
const buttons = [byId("run"), byId("submit")];
const codes = JSON.parse(byId("codes").textContent);
const recorders = {};

let language = select.value;
let editor = null;
let isPasting = false;

const code = () => (editor ? editor.getValue() : plain.value);
const syntax = () => select.selectedOptions[0]?.dataset.syntax || "";

function recorder(name) {
  if (form.dataset.typing !== "yes") return null;
  recorders[name] ??= new Recorder(codes[name] ?? "");
  return recorders[name];
}

const drafts = new Drafts({
  url: form.dataset.draftUrl,
  root: form.dataset.drafts,
  state: byId("save-state"),
  typing: (name) => recorder(name),
});
const results = new Results({ box: byId("result"), status: byId("code-status"), onDone: done, onProblem: refused });
const versions = new Versions({
  dialog: byId("versions-dialog"),
  address: () => `${form.dataset.versions}?language=${encodeURIComponent(language)}`,
  before: () => drafts.flush(),
  put(name, text) {
    recorder(name)?.rebase(text);
    codes[name] = text;
    if (name === language) set(text);
    focusEditor();
  },
  onProblem: refused,
});

function set(text) {
  plain.value = text;
  editor?.setValue(text);
}

function typed() {
  const text = code();
  recorder(language)?.note(text, isPasting ? "p" : "");
  isPasting = false;
  codes[language] = text;
  drafts.put(language, text);
}

function focusEditor() {
  if (editor) editor.focus();
  else plain.focus();
}

async function openEditor() {
  let library;
  try {
    library = await import(form.dataset.editor);
  } catch (_) {
    return; // the plain field works without it
  }
  if (editor || preferences().plain) return;
  plain.hidden = true;
  editor = library.createEditor({
    parent: area, doc: plain.value, language: syntax(), keys: preferences().keys, nonce: form.dataset.nonce,
    label: form.dataset.textLabel, describedBy: "editor-hint", onChange: typed,
  });
}

function closeEditor() {
  plain.value = code();
  editor?.destroy();
  editor = null;
  plain.hidden = false;
}

function applyPreferences() {
  const { size, contrast, plain: wantsPlain, keys } = preferences();
  frame.style.setProperty("--editor-size", `${size / 16}rem`);
  frame.toggleAttribute("data-contrast", contrast);
  if (wantsPlain) closeEditor();
  else if (editor) editor.setKeys(keys);
  else openEditor();
}

function startPreferences() {
  const fields = document.querySelectorAll("[data-prefers]");
  const present = preferences();
  for (const field of fields) {
    const name = field.dataset.prefers;
    if (field.type === "checkbox") field.checked = present[name];
    else field.value = present[name];
    field.addEventListener("change", () => {
      const value = { checkbox: field.checked, number: Math.min(28, Math.max(10, Number(field.value) || 14)) }[field.type] ?? field.value;
      prefer({ [name]: value });
      applyPreferences();
    });
  }
  applyPreferences();
}

function switchLanguage() {
  codes[language] = code();
  language = select.value;
  recorder(language); // its time begins when the text is seen
  set(codes[language] ?? "");
  editor?.setLanguage(syntax());
  form.elements.shown_language.value = language;
}

function say(text) {
  message.textContent = text;
  message.hidden = !text;
}

function refused(problem) {
  if (problem.code === "wrong-stage" || problem.code === "too-late") return location.reload();
  say(problem.status ? problem.message : form.dataset.textLost);
}

function busy(on) {
  buttons.forEach((button) => (on ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled")));
}

/** Parts of the page that follow from a verdict are taken from the page itself: the server writes them once. */
async function done() {
  busy(false);
  const text = await request(location.href, { headers: { Accept: "text/html" } }).catch(() => "");
  const fresh = new DOMParser().parseFromString(text, "text/html");
  for (const id of ["problems", "history"]) {
    const part = fresh.getElementById(id);
    if (part) byId(id).replaceWith(part);
  }
}

async function send(kind) {
  if (buttons[0].hasAttribute("aria-disabled") || buttons[0].disabled) return;
  if (!code().trim()) return say(form.dataset.textEmpty);
  say("");
  busy(true);
  byId("code-status").textContent = ""; // the same verdict again is news
  const own = form.elements.uses_own_input.checked ? { uses_own_input: "yes", own_input: form.elements.own_input.value } : {};
  try {
    await drafts.flush();
    const answer = await request(form.action, { body: { kind, language, code: code(), ...own } });
    results.follow(answer.url);
    byId("result").scrollIntoView({ block: "nearest" });
  } catch (problem) {
    busy(false);
    refused(problem);
  }
}

// F6 goes round the parts of the page, as in desktop programs.
function nextPart(back) {
  const parts = [byId("statement"), area, byId("result")];
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(here + (back ? -1 : 1) + parts.length) % parts.length];
  if (next === area) focusEditor();
  else next.focus();
}

function onKey(event) {
  const command = event.ctrlKey || event.metaKey;
  if (document.querySelector("dialog[open]")) return;
  const action = {
    Enter: command && (() => send(event.shiftKey ? "submit" : "run")),
    F1: () => byId("shortcuts").showModal(),
    F6: () => nextPart(event.shiftKey),
    F8: () => versions.open(),
    F9: () => byId("editor-settings").showModal(),
  }[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function start() {
  for (const [name, text] of drafts.waiting) {
    recorder(name)?.note(text, "r");
    codes[name] = text;
  }
  plain.value = codes[language] ?? "";
  recorder(language);
  if (drafts.waiting.size) drafts.flush();
  startPreferences();
  split(byId("splitter"), { value: preferences().split, onChange: (percent) => prefer({ split: percent }) });
  plain.addEventListener("input", typed);
  for (const kind of ["paste", "drop"]) {
    area.addEventListener(kind, () => {
      isPasting = true;
      setTimeout(() => { isPasting = false; }, 100);
    }, true);
  }
  window.addEventListener("blur", () => recorder(language)?.mark("b"));
  window.addEventListener("focus", () => recorder(language)?.mark("f"));
  select.addEventListener("change", switchLanguage);
  byId("open-versions").addEventListener("click", (event) => {
    event.preventDefault();
    versions.open();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.submitter?.value || "run");
  });
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("countdown:zero", (event) => event.detail.wait(drafts.flush()));
  if (byId("result").dataset.waitsFor) {
    busy(true);
    results.follow(byId("result").dataset.waitsFor);
  }
}

start();

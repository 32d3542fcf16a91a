// The coding room: the editor, drafts that are kept as they are typed, running and submitting, results as they come.

import { request } from "../net.js";
import { Drafts } from "./drafts.js";

const form = document.getElementById("code-form");
const area = document.getElementById("editor-area");
const plain = document.getElementById("code");
const select = document.getElementById("language");
const wantsPlain = document.getElementById("plain");
const message = document.getElementById("code-message");
const result = document.getElementById("result");
const buttons = [document.getElementById("run"), document.getElementById("submit")];
const codes = JSON.parse(document.getElementById("codes").textContent);
const drafts = new Drafts({
  url: form.dataset.draftUrl,
  root: form.dataset.drafts,
  state: document.getElementById("save-state"),
});

let language = select.value;
let editor = null;

const code = () => (editor ? editor.getValue() : plain.value);
const syntax = () => select.selectedOptions[0]?.dataset.syntax || "";

function set(text) {
  plain.value = text;
  editor?.setValue(text);
}

function typed() {
  codes[language] = code();
  drafts.put(language, codes[language]);
}

async function openEditor() {
  let library;
  try {
    library = await import(form.dataset.editor);
  } catch (_) {
    return; // the plain field works without it
  }
  plain.hidden = true;
  editor = library.createEditor({
    parent: area, doc: plain.value, language: syntax(), nonce: form.dataset.nonce,
    label: form.dataset.textLabel, describedBy: "editor-hint", onChange: typed,
  });
}

function closeEditor() {
  plain.value = code();
  area.querySelector(".cm-editor")?.remove();
  editor = null;
  plain.hidden = false;
}

function switchLanguage() {
  codes[language] = code();
  language = select.value;
  set(codes[language] ?? "");
  editor?.setLanguage(syntax());
  form.elements.shown_language.value = language;
}

function say(text) {
  message.textContent = text;
  message.hidden = !text;
}

function busy(on) {
  buttons.forEach((button) => (on ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled")));
}

/** Parts of the page that follow from a verdict are taken from the page itself: the server writes them once. */
async function refresh() {
  const text = await request(location.href, { headers: { Accept: "text/html" } }).catch(() => "");
  const fresh = new DOMParser().parseFromString(text, "text/html");
  for (const id of ["problems", "history"]) {
    const part = fresh.getElementById(id);
    if (part) document.getElementById(id).replaceWith(part);
  }
}

let following = 0;

async function follow(url) {
  following += 1;
  const mine = following;
  let etag = "";
  let pause = 300;
  while (mine === following) {
    const headers = { Accept: "text/html", ...(etag ? { "If-None-Match": etag } : {}) };
    const answer = await fetch(url, { headers, credentials: "same-origin" }).catch(() => null);
    if (answer?.redirected || answer?.status === 409) return location.reload(); // the stage is over
    if (answer?.ok) {
      etag = answer.headers.get("ETag") || "";
      result.innerHTML = await answer.text();
      if (result.querySelector("[data-done]")) {
        busy(false);
        return refresh();
      }
    }
    pause = Math.min(answer ? pause * 1.3 : pause * 2, answer ? 2000 : 10000);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function send(kind) {
  if (buttons[0].hasAttribute("aria-disabled") || buttons[0].disabled) return;
  if (!code().trim()) return say(form.dataset.textEmpty);
  say("");
  busy(true);
  typed();
  const own = form.elements.uses_own_input.checked ? { uses_own_input: "yes", own_input: form.elements.own_input.value } : {};
  try {
    await drafts.flush();
    const answer = await request(form.action, { body: { kind, language, code: code(), ...own } });
    follow(answer.url);
    result.scrollIntoView({ block: "nearest" });
  } catch (problem) {
    busy(false);
    if (problem.code === "wrong-stage" || problem.code === "too-late") return location.reload();
    say(problem.status ? problem.message : form.dataset.textLost);
  }
}

function start() {
  const kept = drafts.unsent(language);
  if (kept !== undefined) {
    plain.value = kept;
    drafts.flush();
  }
  codes[language] = plain.value;
  try { wantsPlain.checked = localStorage.getItem("plain-editor") === "yes"; } catch (_) { /* not kept then */ }
  if (!wantsPlain.checked) openEditor();
  plain.addEventListener("input", typed);
  select.addEventListener("change", switchLanguage);
  wantsPlain.addEventListener("change", () => {
    try { localStorage.setItem("plain-editor", wantsPlain.checked ? "yes" : ""); } catch (_) { /* not kept then */ }
    if (wantsPlain.checked) closeEditor();
    else openEditor();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.submitter?.value || "run");
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send("run");
  }, true);
  document.addEventListener("countdown:zero", (event) => event.detail.wait(drafts.flush()));
  if (result.dataset.waitsFor) {
    busy(true);
    follow(result.dataset.waitsFor);
  }
}

start();

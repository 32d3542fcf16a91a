// The conversation's page: takes steps without leaving the page, so that camera and microphone stay open, and draws
// what the server says. Without this script the same forms work by themselves, for typed answers.

import * as autosave from "../autosave.js";
import * as countdown from "../countdown.js";
import { request, backoff } from "../net.js";
import { Answer, Devices } from "./answer.js";
import { Outbox } from "./chunks.js";
import { speaker } from "./speaker.js";
import { Wait } from "./wait.js";

const OFTEN_MS = 1000;
const SELDOM_MS = 5000;
const page = document.getElementById("conversation");
const place = document.getElementById("moment");
const trouble = document.getElementById("trouble");
const sending = document.getElementById("sending");
const outbox = new Outbox(page.dataset.recordingsUrl);
const devices = page.dataset.typed ? null : new Devices(page);
const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const wait = new Wait();
let answer = null;
let busy = false;

const moment = () => place.querySelector("[data-moment]");
const headers = { "X-Part": "moment", Accept: "text/html" };

function draw(html, arrived) {
  answer?.leave();
  answer = null;
  speaker.stop();
  place.innerHTML = html;
  const { kind } = moment()?.dataset || {};
  if (!["question", "thinking", "preparing"].includes(kind) && !place.querySelector(".spinner")) wait.end();
  bind(arrived);
  const target = place.querySelector("[data-focus], [data-heading], h2[tabindex], [tabindex]");
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
}

// app.js already started what came with the page itself.
function bind(arrived = 0) {
  if (arrived) {
    autosave.start(place);
    countdown.start(place, arrived);
  }
  const spoken = place.querySelector("[data-say-now]");
  if (spoken) sayAgain(spoken);
  const mute = place.querySelector("[data-mute]");
  mute?.setAttribute("aria-pressed", String(speaker.muted));
  mute?.addEventListener("click", () => {
    speaker.mute(!speaker.muted);
    mute.setAttribute("aria-pressed", String(speaker.muted));
  });
  place.querySelector("[data-replay]")?.addEventListener("click", () => {
    speaker.mute(false);
    mute?.setAttribute("aria-pressed", "false");
    sayAgain(place.querySelector("[data-say]"));
  });
  const section = place.querySelector("[data-recorder]");
  if (section && devices) answer = new Answer(section, { page, devices, outbox });
}

function sayAgain(element) {
  const { soundUrl } = element.dataset;
  const onSound = () => soundUrl && wait.since !== null && tellWait(soundUrl);
  speaker.say(element.dataset.say, { language: page.dataset.language, url: element.dataset.voiceUrl || "", onSound });
}

// For the operator only: nothing waits for it and nothing is said when it fails.
function tellWait(url) {
  const body = new FormData();
  body.set("milliseconds", wait.taken());
  body.set("csrfmiddlewaretoken", place.querySelector("[name=csrfmiddlewaretoken]").value);
  fetch(url, { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } }).catch(() => {});
}

// One step: the form is posted, and the answer is the next state. Posting it twice changes nothing, so it is tried again.
async function step(form, submitter) {
  const body = new FormData(form, submitter);
  if (body.get("do") === "skip" || body.get("do") === "submit") answer?.leave();
  busy = true;
  wait.begin();
  submitter?.setAttribute("aria-busy", "true");
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await fetch(form.action, { method: "POST", body, headers, credentials: "same-origin" });
      if (response.status >= 500) throw new Error(String(response.status));
      trouble.textContent = "";
      await show(response);
      break;
    } catch (_) {
      trouble.textContent = page.dataset.textFailed;
      await sleep(backoff(attempt));
    }
  }
  busy = false;
  submitter?.removeAttribute("aria-busy");
}

async function show(response) {
  const arrived = Date.now();
  const html = await response.text();
  if (html.includes("data-moment") && !html.includes("<html")) draw(html, arrived);
  else location.assign(response.redirected ? response.url : page.dataset.pageUrl);
}

async function redraw() {
  const response = await fetch(page.dataset.nowUrl, { headers, credentials: "same-origin" });
  if (response.ok) await show(response);
  else location.assign(page.dataset.pageUrl);
}

// Another tab, the clock or the worker may have changed things: the server says what is.
async function watch() {
  for (;;) {
    const { kind, version } = moment()?.dataset || {};
    if (kind === "finished") return;
    const waits = ["preparing", "thinking"].includes(kind) || place.querySelector(".spinner");
    await sleep(waits ? OFTEN_MS : SELDOM_MS);
    if (!busy) await look(version);
  }
}

async function look(version = moment()?.dataset.version) {
  try {
    const now = await request(page.dataset.stateUrl, { timeout: 8000 });
    if (!busy && now.version !== version && version === moment()?.dataset.version) await redraw();
    trouble.textContent = "";
  } catch (problem) {
    trouble.textContent = problem.passing ? page.dataset.textFailed : problem.message;
  }
}

// The link is followed when nothing is on its way any more.
place.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-leave]");
  if (!link) return;
  event.preventDefault();
  const note = document.getElementById("still-sending");
  while (await outbox.waiting()) { note.hidden = false; await sleep(500); }
  location.assign(link.href);
});

place.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-step]")) return;
  event.preventDefault();
  if (!busy) step(event.target, event.submitter);
});

document.addEventListener("countdown:zero", async (event) => {
  if (!event.detail.element.isConnected) return;
  if (answer) await answer.finish();
  const form = place.querySelector("form[data-autosave]");
  const words = form?.querySelector("textarea");
  const button = form?.querySelector("button[value=submit], button[value=confirm]");
  if (!answer && words?.value.trim() && button) step(form, button);
  else look();
});

document.addEventListener("answer:ended", () => wait.begin());
outbox.addEventListener("ended", () => look());
outbox.addEventListener("change", ({ detail }) => {
  if (!sending) return;
  const words = { offline: page.dataset.textOffline, full: page.dataset.textFull, refused: `${page.dataset.textRefused} ${detail.message}` };
  if (detail.trouble) sending.textContent = words[detail.trouble];
  else if (detail.waiting) sending.textContent = `${page.dataset.textSending} ${detail.waiting}`;
  else if (sending.textContent) sending.textContent = page.dataset.textSent;
});
window.addEventListener("beforeunload", (event) => answer?.active && event.preventDefault());

bind();
watch();

// A video answer of a test: the time to prepare, one recording, and sending it as a whole. It is kept on the page until
// the server has it.

import { open, stop } from "../candidate/media.js";
import { Recorder } from "../candidate/recorder.js";

const byId = (id) => document.getElementById(id);
const root = byId("video");
const start = byId("video-start");
const text = root.dataset;
let stream = null;
let recorder = null;
let pieces = [];
let timer = 0;

// The section ends for everybody: a recording stops in time to be sent before it does.
const TO_SEND = 5;
const loaded = Date.now();

function longest() {
  const gone = (Date.now() - loaded) / 1000;
  const left = (Date.parse(text.until) - Date.parse(text.now)) / 1000 - gone - TO_SEND;
  return Math.max(1, Math.floor(Math.min(Number(text.answer), left)));
}

const say = (words, seconds = "") => { byId("video-status").textContent = `${words} ${seconds}`.trim(); };

function countDown(words, seconds, atEnd) {
  const end = Date.now() + seconds * 1000;
  clearInterval(timer);
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (left === seconds || left % 10 === 0 || left <= 5) say(words, left);
    if (!left) { clearInterval(timer); atEnd(); }
  };
  tick();
  timer = setInterval(tick, 250);
}

async function begin() {
  start.disabled = true;
  try {
    const [camera, microphone] = [await open("camera"), await open("microphone")];
    stream = new MediaStream([...camera.getTracks(), ...microphone.getTracks()]);
  } catch (_) {
    start.disabled = false;
    return say(text.textDevices);
  }
  clearInterval(timer);
  byId("video-view").srcObject = stream;
  byId("video-view").play().catch(() => {});
  pieces = [];
  recorder = new Recorder(stream, { seconds: longest(), onPiece: (piece) => pieces.push(piece) });
  recorder.start();
  start.hidden = true;
  byId("video-stop").hidden = false;
  byId("video-stop").focus();
  countDown(text.textRecording, longest(), end);
}

async function end() {
  if (!recorder) return;
  clearInterval(timer);
  const { type } = recorder;
  await recorder.stop();
  recorder = null;
  stop(stream);
  byId("video-stop").hidden = true;
  send(type);
}

async function send(type) {
  say(text.textSending);
  byId("video-again").hidden = true;
  const body = new FormData();
  body.append("recording", new Blob(pieces, { type }), "answer");
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  const answer = await fetch(text.upload, { method: "POST", body, headers, credentials: "same-origin" }).catch(() => null);
  if (answer?.ok) {
    say(text.textSent);
    return location.reload();
  }
  const problem = await answer?.json().catch(() => null);
  say(problem?.detail || text.textFailed);
  byId("video-again").hidden = false;
  byId("video-again").onclick = () => send(type);
}

if (start) {
  const gone = (Date.parse(text.now) - Date.parse(text.opened)) / 1000;
  const left = Math.ceil(Number(text.prepare) - gone);
  start.addEventListener("click", begin);
  byId("video-stop").addEventListener("click", end);
  if (left > 0) countDown(text.textPrepare, left, begin);
  window.addEventListener("beforeunload", (event) => { if (recorder) event.preventDefault(); });
}

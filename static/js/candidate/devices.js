// The device check: opens camera and microphone, shows what they do, records a test that plays back, plays a tone.

import { Meter, choose, open, reasonOf, stop } from "./media.js";
import { Recorder, typeFor } from "./recorder.js";
import { speaker } from "./speaker.js";

const TEST_MS = 4000;
const LOUD = 0.35;

const page = document.getElementById("devices");
const byId = (id) => document.getElementById(id);
const text = (name) => page.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] || "";
const form = byId("devices-form");
const usesCamera = page.dataset.camera === "yes";
const streams = {};
const meter = new Meter(byId("level"), (level) => level > LOUD && heardMicrophone());
let silence;

function show(kind, state, words) {
  const element = byId(`${kind}-state`);
  if (!element) return;
  element.dataset.state = state;
  element.textContent = words;
}

function set(kind, result) {
  form.elements[kind].value = result;
  const ready = form.elements.microphone.value === "ok" && (!usesCamera || form.elements.camera.value);
  byId("finish").disabled = !ready;
  byId("finish-help").hidden = ready;
}

function heardMicrophone() {
  clearTimeout(silence);
  if (form.elements.microphone.value === "ok") return;
  set("microphone", "ok");
  show("microphone", "ok", text("heard"));
}

async function listDevices() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  for (const [kind, type] of [["camera", "videoinput"], ["microphone", "audioinput"]]) {
    const select = byId(`${kind}-choice`);
    if (!select) continue;
    const current = streams[kind]?.getTracks()[0]?.getSettings().deviceId;
    const options = devices.filter((device) => device.kind === type)
      .map((device, place) => new Option(device.label || `${place + 1}`, device.deviceId, false, device.deviceId === current));
    select.replaceChildren(...options);
    select.disabled = !options.length;
  }
}

async function openMicrophone(id) {
  stop(streams.microphone);
  set("microphone", "");
  try {
    streams.microphone = await open("microphone", id);
    show("microphone", "wait", text("listening"));
    clearTimeout(silence);
    silence = setTimeout(() => show("microphone", "failed", text("silent")), 6000);
    await meter.listen(streams.microphone);
    byId("try").disabled = false;
  } catch (error) {
    set("microphone", "failed");
    show("microphone", "failed", text(reasonOf(error)));
  }
}

async function openCamera(id) {
  if (!usesCamera) return;
  stop(streams.camera);
  try {
    streams.camera = await open("camera", id);
    byId("preview").srcObject = streams.camera;
    await byId("preview").play().catch(() => {});
    set("camera", "ok");
    show("camera", "ok", text("ok"));
  } catch (error) {
    streams.camera = null;
    set("camera", "failed");
    show("camera", "failed", text(reasonOf(error)));
  }
}

async function begin() {
  const button = byId("begin");
  button.setAttribute("aria-busy", "true");
  await openMicrophone();
  await openCamera();
  await listDevices().catch(() => {});
  button.removeAttribute("aria-busy");
}

async function recordTest() {
  const tracks = [...streams.microphone.getAudioTracks(), ...(streams.camera?.getVideoTracks() || [])];
  const stream = new MediaStream(tracks);
  if (!typeFor(stream)) { byId("try-state").textContent = text("unsupported"); return; }
  const pieces = [];
  const recorder = new Recorder(stream, { onPiece: (piece) => pieces.push(piece) });
  byId("try").disabled = true;
  byId("try-state").textContent = text("recording");
  recorder.start();
  await new Promise((resolve) => { setTimeout(resolve, TEST_MS); });
  await recorder.stop();
  byId("try").disabled = false;
  const recording = new Blob(pieces, { type: recorder.type });
  if (!recording.size) { byId("try-state").textContent = text("nothing"); return; }
  const player = byId("test-recording");
  URL.revokeObjectURL(player.src);
  player.src = URL.createObjectURL(recording);
  byId("playback").hidden = false;
  byId("try-state").textContent = text("play");
  player.play().catch(() => {});
}

function playTone() {
  const context = new (window.AudioContext || window.webkitAudioContext)();
  const gain = context.createGain();
  gain.gain.setValueAtTime(0.0001, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.2, context.currentTime + 0.05);
  gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 1.2);
  gain.connect(context.destination);
  for (const frequency of [440, 554.37, 659.25]) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start();
    tone.stop(context.currentTime + 1.25);
  }
  setTimeout(() => context.close(), 1500);
}

byId("begin").addEventListener("click", begin);
byId("try").addEventListener("click", () => recordTest().catch((error) => { byId("try-state").textContent = text(reasonOf(error)); byId("try").disabled = false; }));
byId("tone").addEventListener("click", playTone);
byId("say").addEventListener("click", () => { speaker.mute(false); speaker.say(text("sample"), { language: document.documentElement.lang }); });
byId("microphone-choice").addEventListener("change", (event) => { choose("microphone", event.target.value); openMicrophone(event.target.value); });
byId("camera-choice")?.addEventListener("change", (event) => { choose("camera", event.target.value); openCamera(event.target.value); });
document.querySelectorAll("input[name=heard]").forEach((radio) => radio.addEventListener("change", () => set("speaker", radio.value)));
navigator.mediaDevices?.addEventListener?.("devicechange", () => (streams.microphone || streams.camera) && listDevices());
window.addEventListener("pagehide", () => Object.values(streams).forEach(stop));
if (!window.isSecureContext) show("microphone", "failed", text("insecure"));

// Camera and microphone: opening them, saying in one word why that failed, and a live level meter.

const CHOICE = "devices:";

/** Why a device could not be opened: denied, missing, busy, insecure, unsupported or other. */
export function reasonOf(error) {
  if (!window.isSecureContext) return "insecure";
  if (!navigator.mediaDevices?.getUserMedia) return "unsupported";
  switch (error?.name) {
    case "NotAllowedError": case "SecurityError": return "denied";
    case "NotFoundError": case "OverconstrainedError": return "missing";
    case "NotReadableError": case "AbortError": return "busy";
    default: return "other";
  }
}

export function chosen(kind) {
  try { return localStorage.getItem(CHOICE + kind) || ""; } catch (_) { return ""; }
}

export function choose(kind, id) {
  try { localStorage.setItem(CHOICE + kind, id); } catch (_) { /* the choice lives as long as this page */ }
}

const exact = (id, more = {}) => (id ? { ...more, deviceId: { ideal: id } } : more);

/** The stream of one kind of device ("camera" or "microphone") with the choice made in the device check. */
export function open(kind, id = chosen(kind)) {
  if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia) return Promise.reject(new Error(reasonOf()));
  const wanted = kind === "camera"
    ? { video: exact(id, { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 30 } }) }
    : { audio: exact(id, { channelCount: { ideal: 1 } }) };
  return navigator.mediaDevices.getUserMedia(wanted);
}

export function stop(stream) {
  stream?.getTracks().forEach((track) => track.stop());
}

/** Measures how loud a stream is and shows it in an svg with one rect. `onLevel(level)` gets 0 to 1. */
export class Meter {
  constructor(svg, onLevel = () => {}) {
    this.rect = svg?.querySelector("rect");
    this.onLevel = onLevel;
  }

  async listen(stream) {
    this.close();
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!Context || !stream.getAudioTracks().length) return;
    this.context = new Context();
    if (this.context.state === "suspended") this.context.resume().catch(() => {});
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 1024;
    this.context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      let sum = 0;
      for (const sample of samples) sum += sample * sample;
      const decibel = 20 * Math.log10(Math.sqrt(sum / samples.length) || 1e-6);
      const level = Math.max(0, Math.min(1, (decibel + 60) / 55));
      this.rect?.setAttribute("width", (level * 100).toFixed(1));
      this.onLevel(level);
    }, 80);
  }

  close() {
    clearInterval(this.timer);
    this.rect?.setAttribute("width", "0");
    this.context?.close().catch(() => {});
    this.context = null;
  }
}

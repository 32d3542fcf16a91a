// Records a stream in pieces of three seconds; every piece is handed over the moment it is made.

const VIDEO = ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];
const AUDIO = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4", "audio/ogg;codecs=opus"];
const PIECE_MS = 3000;
const LARGEST_BITS = 50 * 1024 * 1024 * 8;

export function typeFor(stream) {
  if (typeof MediaRecorder === "undefined") return "";
  const wanted = stream.getVideoTracks().length ? VIDEO : AUDIO;
  return wanted.find((type) => MediaRecorder.isTypeSupported(type)) || "";
}

/** One recording. `onPiece(blob)` is called for each piece, in order; `stop()` settles after the last one. */
export class Recorder {
  constructor(stream, { seconds = 180, onPiece, onError = () => {} }) {
    this.type = typeFor(stream);
    const audioBitsPerSecond = 48000;
    const videoBitsPerSecond = Math.max(100000, Math.min(500000, Math.floor(LARGEST_BITS / seconds) - audioBitsPerSecond));
    this.inner = new MediaRecorder(stream, { mimeType: this.type, audioBitsPerSecond, videoBitsPerSecond });
    this.inner.addEventListener("dataavailable", (event) => event.data.size && onPiece(event.data));
    this.inner.addEventListener("error", (event) => onError(event.error));
    this.ended = new Promise((resolve) => { this.inner.addEventListener("stop", resolve, { once: true }); });
    // A tab that is hidden may be closed next: what was said until now is handed over first.
    this.hidden = () => document.hidden && this.active && this.inner.requestData();
    document.addEventListener("visibilitychange", this.hidden);
  }

  get active() {
    return this.inner.state === "recording";
  }

  start() {
    this.inner.start(PIECE_MS);
  }

  async stop() {
    document.removeEventListener("visibilitychange", this.hidden);
    if (this.inner.state !== "inactive") {
      this.inner.stop();
      await this.ended;
    }
  }
}

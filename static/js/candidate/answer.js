// The spoken answer to one question: start, stop, captions; its pieces go into the outbox as they are made.

import { request } from "../net.js";
import { Captions, available as captionsAvailable } from "./captions.js";
import { Meter, open, reasonOf } from "./media.js";
import { Pause, chosenPause, choosePause } from "./pause.js";
import { Recorder, typeFor } from "./recorder.js";
import { CutIn } from "./cut_in.js";
import { speaker } from "./speaker.js";

const QUIET_MS = 8000;
// Louder than the rest of the interviewer's own voice that echo cancellation leaves, for long enough to be speech.

/** Camera and microphone of the whole conversation, opened once. */
export class Devices {
  constructor(page) {
    this.page = page;
    this.view = document.getElementById("self-view");
    this.video = document.getElementById("self-video");
    this.meter = new Meter(document.getElementById("level"), (level) => this.onLevel(level));
    this.onLevel = () => {};
  }

  async stream() {
    if (this.opened?.getAudioTracks()[0]?.readyState === "live") return this.opened;
    const sound = await open("microphone");
    const tracks = sound.getAudioTracks();
    if (this.page.dataset.camera) {
      // Without a camera the answer is still heard.
      const picture = await open("camera").catch(() => null);
      tracks.push(...(picture?.getVideoTracks() || []));
    }
    this.opened = new MediaStream(tracks);
    await this.meter.listen(this.opened);
    this.view.hidden = false;
    if (this.video) {
      this.video.srcObject = this.opened;
      this.video.play().catch(() => {});
    }
    return this.opened;
  }

  mark(on) {
    document.getElementById("recording-mark").hidden = !on;
  }
}

export class Answer {
  constructor(section, { page, devices, outbox, message }) {
    Object.assign(this, { section, page, devices, outbox, message });
    this.take = `${page.dataset.recordingsUrl}${section.dataset.turn}/${section.dataset.take}/`;
    this.buttons = Object.fromEntries(["start", "stop", "retry"].map((name) => [name, section.querySelector(`[data-${name}]`)]));
    this.buttons.start.addEventListener("click", () => this.start());
    this.buttons.retry.addEventListener("click", () => this.prepare());
    this.buttons.stop.addEventListener("click", () => this.finish());
    this.wantsCaptions = section.querySelector("[data-write-along]");
    if (this.wantsCaptions && captionsAvailable) this.wantsCaptions.closest("[hidden]").hidden = false;
    this.pauseChoice = section.querySelector("[data-pause]");
    if (this.pauseChoice) {
      this.pauseChoice.value = String(chosenPause());
      this.pauseChoice.addEventListener("change", () => {
        choosePause(Number(this.pauseChoice.value));
        if (this.pause) this.pause.seconds = chosenPause();
      });
    }
    const cutIn = new CutIn(speaker);
    this.devices.onLevel = (level) => cutIn.level(level);
    this.number = this.continued();
    this.prepare();
  }

  get active() {
    return Boolean(this.recorder?.active);
  }

  /** After a reload the recording goes on where the server and this browser have it. */
  async continued() {
    const here = await this.outbox.nextNumber(this.take);
    const there = await request(this.take, { timeout: 5000 }).then((answer) => answer.next_number, () => 0);
    const next = Math.max(here, there);
    this.isBegun = next > 0;
    if (this.isBegun && !this.over) this.buttons.stop.hidden = false;
    return next;
  }

  async prepare() {
    this.say("");
    try {
      const stream = await this.devices.stream();
      if (!typeFor(stream)) throw new Error("unsupported");
      this.show({ start: true, stop: this.isBegun });
    } catch (error) {
      this.say(this.words(reasonOf(error)));
      this.show({ retry: true });
    }
  }

  async start() {
    this.buttons.start.disabled = true;
    let next = await this.number;
    const free = await this.lock();
    if (!free) {
      this.buttons.start.disabled = false;
      this.say(this.words("other-tab"));
      return;
    }
    speaker.stop();
    const stream = await this.devices.stream().catch(() => null);
    if (!stream || this.over) { this.release?.(); this.prepare(); this.buttons.start.disabled = false; return; }
    const seconds = Number(this.section.dataset.seconds) || 180;
    this.recorder = new Recorder(stream, {
      seconds,
      onPiece: (piece) => { this.outbox.add(this.take, next, piece, this.recorder.type); next += 1; this.number = Promise.resolve(next); },
      onError: () => this.finish(),
    });
    this.recorder.start();
    if (this.wantsCaptions?.checked && captionsAvailable) this.caption();
    this.devices.mark(true);
    this.watchSilence();
    this.show({ stop: true });
    this.buttons.start.disabled = false;
    this.buttons.stop.focus();
    this.say(this.words("recording"));
  }

  caption() {
    const shown = this.section.querySelector("[data-captions]");
    shown.hidden = false;
    this.captions = new Captions(this.page.dataset.language, (text) => { shown.textContent = text; });
    this.captions.start();
  }

  watchSilence() {
    let last = Date.now();
    const count = this.section.querySelector("[data-pause-left]");
    this.pause = new Pause({
      onEnd: () => this.finish(),
      onCount: (left) => {
        count.hidden = !left;
        count.textContent = left ? `${this.words("pause")} ${left}` : "";
      },
    });
    this.devices.onLevel = (level) => {
      if (this.active) this.pause.level(level);
      if (level > 0.2) last = Date.now();
      if (this.active && Date.now() - last > QUIET_MS) { this.say(this.words("silent")); last = Infinity; }
    };
  }

  /** Stop, and tell the server how many pieces there are. The page moves on when the server knows. */
  async finish() {
    if (this.over) return;
    this.over = true;
    this.pause?.close();
    this.section.querySelector("[data-pause-left]").hidden = true;
    document.dispatchEvent(new CustomEvent("answer:ended"));
    this.show({});
    const heard = this.captions?.stop() || "";
    await this.recorder?.stop();
    this.devices.mark(false);
    this.release?.();
    const chunks = await this.number;
    this.say(this.words("stopped"));
    if (chunks > 0) await this.outbox.end(this.take, chunks, this.recorder?.type || "video/webm", heard);
  }

  /** Stop without an end: the server closed the question already, and takes what was said. */
  leave() {
    if (this.active) this.finish();
    this.over = true;
  }

  lock() {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      navigator.locks.request(`recording:${this.take}`, { ifAvailable: true }, (lock) => {
        resolve(Boolean(lock));
        return lock ? new Promise((release) => { this.release = release; }) : null;
      });
    });
  }

  show({ start = false, stop = false, retry = false }) {
    Object.entries({ start, stop, retry }).forEach(([name, on]) => { this.buttons[name].hidden = !on; });
  }

  words(name) {
    const key = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    return this.page.dataset[`text${key[0].toUpperCase()}${key.slice(1)}`] || this.page.dataset.textFailed;
  }

  say(words) {
    this.section.querySelector("[data-recorder-state]").textContent = words;
  }
}

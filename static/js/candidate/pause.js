// Notices that somebody stopped speaking. Energy only: the level of the microphone against the quiet of the room.
// After a pause a countdown is shown, and any sound, key or touch stops it.

export const SHORTEST_S = 2;
const COUNTDOWN_S = 3;
const LOUD = 0.2;
const ABOVE_ROOM = 0.12;
const SPOKE_MS = 400;
const CHOICE = "pause:seconds";

/** Seconds of silence that end an answer; 0 when only the button does. Never below two. */
export function chosenPause() {
  let kept = null;
  try { kept = localStorage.getItem(CHOICE); } catch (_) { /* the default holds */ }
  return clamped(kept === null ? 3 : Number(kept));
}

export function choosePause(seconds) {
  try { localStorage.setItem(CHOICE, String(clamped(seconds))); } catch (_) { /* holds for this page */ }
}

function clamped(seconds) {
  return seconds > 0 ? Math.max(SHORTEST_S, seconds) : 0;
}

export class Pause {
  constructor({ onCount, onEnd, seconds = chosenPause(), now = () => performance.now() }) {
    Object.assign(this, { onCount, onEnd, seconds: clamped(seconds), now });
    this.room = 1;
    this.spoke = 0;
    this.last = now();
    this.heardAt = null;
    this.stay = () => this.goOn();
    ["keydown", "pointerdown"].forEach((name) => document.addEventListener(name, this.stay, true));
  }

  /** A level from 0 to 1, several times a second. */
  level(level) {
    const now = this.now();
    const passed = now - this.last;
    this.last = now;
    // The quietest level of late is the room; it rises slowly, so that a fan that starts is learnt.
    this.room = Math.min(level, this.room + passed / 60000);
    if (level > Math.max(LOUD, Math.min(this.room, 0.5) + ABOVE_ROOM)) {
      this.spoke += passed;
      this.heardAt = now;
    }
    this.look(now);
  }

  look(now) {
    if (!this.seconds || this.over || this.spoke < SPOKE_MS) return;
    const silent = (now - this.heardAt) / 1000 - this.seconds;
    const left = silent < 0 ? 0 : Math.ceil(COUNTDOWN_S - silent);
    if (left !== (this.left || 0)) this.onCount(Math.max(0, left));
    this.left = left;
    if (silent >= COUNTDOWN_S) { this.close(); this.onEnd(); }
  }

  goOn() {
    if (this.heardAt !== null) this.heardAt = this.now();
    if (this.left) { this.left = 0; this.onCount(0); }
  }

  close() {
    this.over = true;
    ["keydown", "pointerdown"].forEach((name) => document.removeEventListener(name, this.stay, true));
  }
}

// Who begins to speak is not talked over: a voice stops when the microphone is loud for a moment while it talks.

const LEVEL = 0.4;
/** Long enough that a cough or a door does not stop it. */
const MS = 300;

export class CutIn {
  constructor(voice, now = () => Date.now()) {
    this.voice = voice;
    this.now = now;
    this.since = null;
  }

  /** Take the microphone's level (0 to 1), many times a second. */
  level(level) {
    if (!this.voice.talking || level < LEVEL) { this.since = null; return; }
    this.since ??= this.now();
    if (this.now() - this.since > MS) this.voice.stop();
  }
}

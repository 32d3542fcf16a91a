// Keeps programs as they are typed: each problem and language on its own, here until the server has it.
//
//   const drafts = new Drafts({ url, root, state });  drafts.put("python", code);  await drafts.flush();
//
// `typing(language)` gives the Recorder of a language, or nothing where it is not noted how the code is typed.
// `root` is the address below which other problems' drafts may wait, from a page that was left without a connection.

import { request, backoff, Problem } from "../net.js";
import { Unsent, read } from "../unsent.js";

const PAUSE = 800;
const PREFIX = "draft:";

const clock = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export class Drafts {
  constructor({ url, root, state, typing = () => null }) {
    Object.assign(this, { url, state, typing, attempt: 0 });
    this.waiting = new Unsent(PREFIX + url);
    this.root = PREFIX + root;
    window.addEventListener("online", () => this.flush());
    window.addEventListener("pagehide", () => this.lastChance());
    this.sendOthers();
  }

  put(language, code) {
    this.waiting.put(language, code);
    this.show("saving");
    this.later(PAUSE);
  }

  flush() {
    clearTimeout(this.timer);
    this.sending ??= this.send().finally(() => { this.sending = null; });
    return this.sending;
  }

  async send() {
    while (this.waiting.size) {
      const [language, code] = this.waiting.entries().next().value;
      const batch = this.batch(language, code);
      try {
        await request(this.url, { body: this.body(language, code, batch), timeout: 12000 });
        this.attempt = 0;
        this.typing(language)?.settle(batch);
        this.waiting.settle(language, code);
        this.show("saved");
      } catch (error) {
        if (!(error instanceof Problem) || error.passing) {
          this.show(navigator.onLine ? "waiting" : "offline");
          this.later(Math.max((error.retryAfter || 0) * 1000, backoff(this.attempt)));
          this.attempt += 1;
          return;
        }
        this.waiting.settle(language, code);
        this.show("failed", error.message);
      }
    }
  }

  // Edits go with the text they lead to, and with no other.
  batch(language, code) {
    const recorder = this.typing(language);
    return recorder?.text === code ? recorder.take() : null;
  }

  body(language, code, batch) {
    return { language, code, ...(batch ? { typing: JSON.stringify(batch) } : {}) };
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  lastChance() {
    for (const [language, code] of this.waiting) {
      const body = this.body(language, code, this.batch(language, code));
      const size = JSON.stringify(body).length;
      request(this.url, { body, keepalive: size < 60000 }).catch(() => {});
    }
  }

  async sendOthers() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.root) && key !== this.waiting.key);
    for (const key of keys) {
      try {
        for (const [language, code] of read(key)) {
          await request(key.slice(PREFIX.length), { body: { language, code } });
        }
      } catch (problem) {
        if (problem.passing) continue;
      }
      localStorage.removeItem(key);
    }
  }

  show(state, message = "") {
    const { dataset } = this.state;
    const words = message || dataset[`text${state[0].toUpperCase()}${state.slice(1)}`];
    dataset.state = state;
    this.state.textContent = state === "saved" ? `${words} ${clock()}` : words;
  }
}

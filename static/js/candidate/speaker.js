// Says a question: with the server's voice where it has one, else with the browser's. The text is always shown.

const MUTED = "voice:muted";

class Speaker {
  constructor() {
    try { this.muted = localStorage.getItem(MUTED) === "1"; } catch (_) { this.muted = false; }
    this.audio = null;
  }

  get able() {
    return "speechSynthesis" in window || this.audio !== null;
  }

  /** Whether a voice is heard just now. */
  get talking() {
    return Boolean(this.audio && !this.audio.paused && !this.audio.ended) || Boolean(window.speechSynthesis?.speaking);
  }

  async say(text, { language = "en", url = "", onSound = () => {} } = {}) {
    this.stop();
    if (this.muted || !text) return;
    if (url) {
      this.audio = new Audio(url);
      this.audio.addEventListener("playing", onSound, { once: true });
      try { await this.audio.play(); return; } catch (error) { if (error.name === "AbortError") return; }
    }
    this.withBrowser(text, language, onSound);
  }

  withBrowser(text, language, onSound) {
    if (!("speechSynthesis" in window)) return;
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language;
    words.addEventListener("start", onSound, { once: true });
    words.voice = speechSynthesis.getVoices().find((voice) => voice.lang.startsWith(language)) || null;
    speechSynthesis.speak(words);
  }

  stop() {
    this.audio?.pause();
    this.audio = null;
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }

  mute(on) {
    this.muted = on;
    try { localStorage.setItem(MUTED, on ? "1" : "0"); } catch (_) { /* holds for this page */ }
    if (on) this.stop();
  }
}

export const speaker = new Speaker();

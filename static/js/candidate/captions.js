// What the browser itself hears while somebody speaks. Some browsers send the sound to their maker for that, so it
// runs only when the candidate switched it on.

const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;

export const available = Boolean(Recognition);

export class Captions {
  constructor(language, onText) {
    this.onText = onText;
    this.text = "";
    this.on = true;
    this.inner = new Recognition();
    Object.assign(this.inner, { lang: language, continuous: true, interimResults: true });
    this.inner.addEventListener("result", (event) => this.heard(event));
    // It ends by itself after a pause; the answer goes on.
    this.inner.addEventListener("end", () => this.on && this.start());
    this.inner.addEventListener("error", (event) => { if (event.error !== "no-speech") this.on = false; });
  }

  start() {
    try { this.inner.start(); } catch (_) { /* it runs already */ }
  }

  heard(event) {
    let passing = "";
    for (let place = event.resultIndex; place < event.results.length; place += 1) {
      const words = event.results[place][0].transcript;
      if (event.results[place].isFinal) this.text = `${this.text} ${words.trim()}`.trim();
      else passing += words;
    }
    this.onText(`${this.text} ${passing}`.trim());
  }

  stop() {
    this.on = false;
    try { this.inner.stop(); } catch (_) { /* it was not running */ }
    return this.text;
  }
}

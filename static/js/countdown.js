// Shows how long is left until the server's deadline. It decides nothing: at zero it asks the server.
//
// Markup: components/timer.html. data-deadline and data-now are the server's (ISO 8601); the difference between
// data-now and when this page arrived corrects a wrong clock here. Setting data-deadline later (extra time) is noticed.
// data-zero is "reload", "none", or a selector of a form to submit. Fires countdown:zero on document, whose
// detail.wait(promise) holds the end back for at most 4 s, so that the last answer can still be saved.

const SOON = 5 * 60;
const LAST = 60;

// When the page arrived, on the clock that Date.now() shows.
function arrival() {
  const [entry] = performance.getEntriesByType("navigation");
  return Date.now() - performance.now() + (entry?.responseStart || 0);
}

function words(seconds) {
  const s = Math.max(0, Math.ceil(seconds));
  const parts = [Math.floor(s / 3600), Math.floor((s % 3600) / 60), s % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index ? String(part).padStart(2, "0") : String(part))).join(":");
}

class Countdown {
  constructor(element, arrived) {
    this.element = element;
    this.text = element.querySelector("[data-countdown-text]") || element;
    this.announcer = element.nextElementSibling?.matches("[data-countdown-announce]") ? element.nextElementSibling : null;
    this.offset = Date.parse(element.dataset.now) - arrived;
    if (!Number.isFinite(this.offset)) this.offset = 0;
    this.before = this.left();
    this.ended = false;
    this.tick();
    this.timer = setInterval(() => this.tick(), 500);
    document.addEventListener("visibilitychange", () => !document.hidden && this.tick());
  }

  left() {
    return (Date.parse(this.element.dataset.deadline) - (Date.now() + this.offset)) / 1000;
  }

  tick() {
    const left = this.left();
    if (!Number.isFinite(left)) return;
    this.text.textContent = words(left);
    const state = left <= LAST ? "last" : left <= SOON ? "soon" : "";
    if (state) this.element.dataset.state = state;
    else delete this.element.dataset.state;
    if (this.before > SOON && left <= SOON) this.announce(this.element.dataset.textFive);
    if (this.before > LAST && left <= LAST) this.announce(this.element.dataset.textOne);
    if (left > 0) this.ended = false;
    else if (!this.ended) this.end();
    this.before = left;
  }

  announce(message) {
    if (this.announcer && message) this.announcer.textContent = message;
  }

  async end() {
    this.ended = true;
    this.announce(this.element.dataset.textZero);
    const waits = [];
    document.dispatchEvent(new CustomEvent("countdown:zero", { detail: { element: this.element, wait: (p) => waits.push(p) } }));
    await Promise.race([Promise.allSettled(waits), new Promise((resolve) => setTimeout(resolve, 4000))]);
    const { zero } = this.element.dataset;
    if (zero === "none" || this.left() > 0) return;
    if (zero && zero !== "reload") document.querySelector(zero)?.submit();
    else this.reload();
  }

  // If the server still shows the same ended clock, ask again ever more slowly rather than in a circle.
  reload() {
    const key = `ended:${location.pathname}:${this.element.dataset.deadline}`;
    let times = 0;
    try {
      times = Number(sessionStorage.getItem(key)) || 0;
      sessionStorage.setItem(key, String(times + 1));
    } catch (_) { times = 3; }
    setTimeout(() => location.reload(), Math.min(30000, 1000 * 2 ** times));
  }
}

/** `arrived` is when the markup in `root` came: the page's own arrival, or Date.now() for a part drawn later. */
export function start(root = document, arrived = arrival()) {
  root.querySelectorAll("[data-countdown]").forEach((element) => new Countdown(element, arrived));
}

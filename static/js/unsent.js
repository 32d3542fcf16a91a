// What waits for the server, by name, kept in this browser too: a reload or a crash loses nothing.
//
//   const unsent = new Unsent("unsent:/i/…/");  unsent.put("why", "…");  unsent.settle("why", "…");
//
// What is settled while the page is being left stays kept: the next page may have been made before the server had it.

const GONE = 20000;

/** What is kept under a key, as pairs of a name and a value. */
export function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) || "[]");
    return Array.isArray(kept) ? kept : Object.entries(kept);
  } catch (_) {
    return [];
  }
}

export class Unsent extends Map {
  constructor(key) {
    super(read(key));
    this.key = key;
    window.addEventListener("beforeunload", () => this.leave());
  }

  put(name, value) {
    this.set(name, value);
    this.stay();
    this.keep();
  }

  // Dropped only if nothing newer was put meanwhile.
  settle(name, value) {
    if (this.get(name) === value) this.delete(name);
    if (!this.leaving) this.keep();
  }

  forget() {
    this.clear();
    this.keep();
  }

  keep() {
    try {
      if (this.size) localStorage.setItem(this.key, JSON.stringify([...this]));
      else localStorage.removeItem(this.key);
    } catch (_) { /* full or forbidden: it still lives in this page */ }
  }

  // A download leaves nobody: after a while things are as before.
  leave() {
    this.stay();
    this.leaving = setTimeout(() => { this.stay(); this.keep(); }, GONE);
  }

  stay() {
    clearTimeout(this.leaving);
    this.leaving = 0;
  }
}

// Pieces of recordings on their way to the server. Each is kept in this browser (IndexedDB) until the server said
// that it has it: a lost connection, a reload or a crash sends it later. Sending one twice is harmless.
//
// A take is named by its address ("/i/…/recordings/<turn>/<take>/"). Events: change {waiting, trouble, message},
// ended {take} when the server knows that the recording is over.

import { request, backoff, Problem } from "../net.js";

const KEPT_MS = 2 * 24 * 60 * 60 * 1000;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const done = (asked) => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

/** Rows in IndexedDB, or in memory where the browser forbids it (private windows). */
class Shelf {
  constructor() {
    this.memory = new Map();
    this.opened = this.open().catch(() => null);
  }

  open() {
    const asked = indexedDB.open("recordings", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("rows", { keyPath: "key" });
    return done(asked);
  }

  async rows() {
    const database = await this.opened;
    const kept = database ? await done(database.transaction("rows").objectStore("rows").getAll()).catch(() => []) : [];
    const known = new Set(kept.map((row) => row.key));
    return [...kept, ...[...this.memory.values()].filter((row) => !known.has(row.key))];
  }

  async put(row) {
    const database = await this.opened;
    try {
      if (!database) throw new Error("no database");
      await done(database.transaction("rows", "readwrite").objectStore("rows").put(row));
      this.memory.delete(row.key);
    } catch (_) {
      this.memory.set(row.key, row); // full or forbidden: it lives as long as this page
    }
  }

  async drop(keys) {
    keys.forEach((key) => this.memory.delete(key));
    const database = await this.opened;
    if (!database) return;
    const store = database.transaction("rows", "readwrite").objectStore("rows");
    await Promise.all(keys.map((key) => done(store.delete(key)).catch(() => {})));
  }
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox extends EventTarget {
  constructor(root) {
    super();
    this.root = root; // only takes below this address are this page's business
    this.shelf = new Shelf();
    this.adding = Promise.resolve();
    this.attempt = 0;
    this.wake = () => {};
    window.addEventListener("online", () => this.wake());
    this.pump();
  }

  /** Keep a piece and send it. Pieces are numbered by the caller. */
  add(take, number, blob, type) {
    this.adding = this.adding.then(async () => {
      const bytes = await blob.arrayBuffer();
      const row = { key: `${take}#${number}`, take, number, bytes, type, sha256: await sha256(bytes), sent: false, at: Date.now() };
      await this.shelf.put(row);
      this.pump();
    });
    return this.adding;
  }

  /** The recording is over after `chunks` pieces. */
  async end(take, chunks, type, heard) {
    await this.adding;
    await this.shelf.put({ key: `${take}#end`, take, chunks, type, heard, told: false, at: Date.now() });
    this.pump();
  }

  /** The number of the next piece of a take, as far as this browser knows. */
  async nextNumber(take) {
    await this.adding;
    const rows = (await this.shelf.rows()).filter((row) => row.take === take && row.number !== undefined);
    return Math.max(-1, ...rows.map((row) => row.number)) + 1;
  }

  async waiting() {
    await this.adding;
    return (await this.mine()).filter((row) => row.sent === false || row.told === false).length;
  }

  async mine() {
    const rows = (await this.shelf.rows()).filter((row) => row.take.startsWith(this.root));
    const old = rows.filter((row) => row.at < Date.now() - KEPT_MS);
    if (old.length) await this.shelf.drop(old.map((row) => row.key));
    return rows.filter((row) => !old.includes(row));
  }

  async pump() {
    if (this.running) { this.again = true; return; }
    this.running = true;
    try {
      do {
        this.again = false;
        for (let job = await this.next(); job; job = await this.next()) await this.work(job);
      } while (this.again);
      this.tell("");
    } finally {
      this.running = false;
    }
  }

  // The end is told first: the candidate goes on while the last pieces are still on their way.
  async next() {
    const rows = await this.mine();
    this.count = rows.filter((row) => row.sent === false).length;
    return rows.find((row) => row.told === false)
      || rows.filter((row) => row.sent === false).sort((a, b) => a.number - b.number)[0]
      || rows.find((row) => row.told === true);
  }

  async work(job) {
    try {
      if (job.number === undefined) await this.tellEnd(job);
      else await this.send(job);
      this.attempt = 0;
      this.tell("");
    } catch (error) {
      await this.failed(job, error);
    }
  }

  async send(row) {
    const url = `${row.take}chunks/${row.number}/`;
    const headers = { "Content-Type": row.type, "X-Content-SHA256": row.sha256 };
    await request(url, { body: new Blob([row.bytes]), headers, timeout: 30000 });
    await this.shelf.put({ ...row, sent: true });
  }

  async tellEnd(row) {
    const body = { chunks: row.chunks, content_type: row.type, heard: row.heard };
    const answer = await request(`${row.take}close/`, { body });
    const pieces = (await this.mine()).filter((one) => one.take === row.take && one.number !== undefined);
    const again = pieces.filter((one) => answer.missing.includes(one.number));
    for (const one of again) await this.shelf.put({ ...one, sent: false });
    // What nobody has any more is not asked for again: the server joins what there is.
    if (!again.length) await this.shelf.drop([row.key, ...pieces.map((one) => one.key)]);
    else if (!row.told) await this.shelf.put({ ...row, told: true });
    if (!row.told) this.dispatchEvent(new CustomEvent("ended", { detail: { take: row.take } }));
  }

  async failed(row, error) {
    const problem = error instanceof Problem ? error : new Problem({});
    if (problem.passing || problem.status === 401) {
      this.tell(problem.status === 507 ? "full" : "offline", problem.message);
      await Promise.race([sleep(Math.max(problem.retryAfter * 1000, backoff(this.attempt++))), new Promise((resolve) => { this.wake = resolve; })]);
      return;
    }
    // Refused for good: kept for nothing would only block what comes after it.
    await this.shelf.drop([row.key]);
    this.tell("refused", problem.message);
    if (row.number === undefined) this.dispatchEvent(new CustomEvent("ended", { detail: { take: row.take } }));
    else this.dispatchEvent(new CustomEvent("refused", { detail: { take: row.take, problem } }));
  }

  tell(trouble, message = "") {
    this.dispatchEvent(new CustomEvent("change", { detail: { waiting: this.count || 0, trouble, message } }));
  }
}

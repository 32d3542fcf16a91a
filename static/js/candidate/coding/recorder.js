// Notes how a text is typed, as small edits with their times; what an event is says assessments/edits.py.
//
//   const recorder = new Recorder(text);
//   recorder.note(newText); recorder.note(newText, "p"); recorder.mark("b");
//   const batch = recorder.take(); /* sent */ recorder.settle(batch);

const MERGE_WITHIN = 400;
const MERGE_UP_TO = 40;
const MOST_EVENTS = 4000;
const MOST_CHARACTERS = 120000;

const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;

/** The one edit that makes `after` of `before`, never through the middle of a character: [position, deleted, inserted]. */
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start && isHigh(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  if (end && isHigh(before.charCodeAt(before.length - end - 1))) end -= 1;
  return [start, before.length - start - end, after.slice(start, after.length - end)];
}

function newSession() {
  return globalThis.crypto?.randomUUID?.() || `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;
}

export class Recorder {
  constructor(text, { now = () => performance.now(), session = newSession() } = {}) {
    Object.assign(this, { text, now, session, pending: [], first: 0, sealed: 0, isFull: false });
    this.last = now();
  }

  /** The text is something else now. `kind`: "p" pasted, "r" put there by the page. */
  note(text, kind = "") {
    if (text === this.text) return;
    const [position, deleted, inserted] = difference(this.text, text);
    this.text = text;
    if (!kind && this.merge(position, deleted, inserted)) return;
    this.add(kind ? [position, deleted, inserted, kind] : [position, deleted, inserted]);
  }

  mark(kind) {
    const last = this.pending.at(-1);
    if (last?.length === 2 && last[1] === kind && this.pending.length > this.sealed) return;
    this.add([kind]);
  }

  /** The page put another text there and the server knows of it. */
  rebase(text) {
    this.text = text;
  }

  add(rest) {
    if (this.isFull) return;
    const now = this.now();
    this.touched = now;
    this.pending.push([Math.max(0, Math.round(now - this.last)), ...rest]);
    // The rounded time is what the server knows: what rounding took or gave is settled with the next event.
    this.last += this.pending.at(-1)[0];
    const characters = this.pending.reduce((sum, event) => sum + (event[3]?.length || 0), 0);
    this.isFull = this.pending.length >= MOST_EVENTS || characters >= MOST_CHARACTERS;
  }

  // Fast typing in one direction is one event.
  merge(position, deleted, inserted) {
    const last = this.pending.at(-1);
    if (this.pending.length <= this.sealed || last?.length !== 4 || this.now() - this.touched > MERGE_WITHIN) return false;
    if (!deleted && !last[2] && position === last[1] + last[3].length && last[3].length + inserted.length <= MERGE_UP_TO) {
      last[3] += inserted;
    } else if (!inserted && !last[3] && position + deleted === last[1]) {
      last[1] = position;
      last[2] += deleted;
    } else return false;
    this.touched = this.now();
    return true;
  }

  take() {
    this.sealed = this.pending.length;
    return this.sealed ? { session: this.session, first: this.first, events: this.pending.slice() } : null;
  }

  settle(batch) {
    if (!batch) return;
    const done = batch.first + batch.events.length - this.first;
    this.pending.splice(0, done);
    this.first += done;
    this.sealed = Math.max(0, this.sealed - done);
    this.isFull = false;
  }
}

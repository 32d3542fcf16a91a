// A typing record as texts at moments: what an event is says assessments/edits.py. No page in here.
//
//   const replay = new Replay(base, events);
//   replay.at(12000)  → { text, index, last: { position, length, kind } or null }

const EVERY = 200;

export class Replay {
  constructor(base, events) {
    this.base = base;
    this.events = events;
    this.times = [];
    let time = 0;
    for (const [pause] of events) this.times.push((time += pause));
    this.length = time;
    this.kept = new Map([[0, base]]);
  }

  /** How many events have happened at a time in milliseconds. */
  countAt(time) {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  at(time) {
    return this.after(this.countAt(time));
  }

  /** The text after so many events, and the edit that was the last of them. */
  after(count) {
    const from = Math.floor(count / EVERY) * EVERY;
    let start = from;
    while (!this.kept.has(start)) start -= EVERY;
    let text = this.kept.get(start);
    for (let index = start; index < count; index += 1) {
      text = apply(text, this.events[index]);
      if ((index + 1) % EVERY === 0) this.kept.set(index + 1, text);
    }
    const event = this.events[count - 1];
    const last = event && event.length > 2 ? { position: event[1], length: event[3].length, kind: event[4] || "" } : null;
    return { text, index: count, last };
  }

  /** What the timeline marks: pastes, gaps, versions put back, leaving the page. */
  marks() {
    return this.events.flatMap((event, index) => {
      const kind = event.length === 2 ? event[1] : event[4];
      if (!kind || kind === "f" || kind === "s") return [];
      return [{ at: this.times[index], kind, size: event[3]?.length || 0 }];
    });
  }
}

export function apply(text, event) {
  if (event.length < 3) return text;
  const [, position, deleted, inserted] = event;
  return text.slice(0, position) + inserted + text.slice(position + deleted);
}

/** 75000 → "1:15". */
export function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

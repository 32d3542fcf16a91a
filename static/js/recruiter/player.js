// Plays back how a program was typed: [data-player] with its controls (templates/workspace/interview/_typing.html).

import { request } from "../net.js";
import { Replay, clock } from "./replay.js";

const TICK = 50;
const LONGEST_PAUSE = 2000;

class Player {
  constructor(root) {
    this.root = root;
    this.part = (name) => root.querySelector(`[data-${name}]`);
    this.time = 0;
    this.timer = null;
    root.addEventListener("keydown", (event) => this.onKey(event));
    this.part("play").addEventListener("click", () => this.toggle());
    root.querySelectorAll("[data-step]").forEach((button) => {
      button.addEventListener("click", () => this.step(Number(button.dataset.step)));
    });
    this.part("scrub").addEventListener("input", (event) => this.go(Number(event.target.value)));
  }

  async load() {
    try {
      const answer = await request(this.root.dataset.player);
      this.replay = new Replay(answer.base, answer.events);
      this.marks = [...this.replay.marks(), ...answer.sent.map((one) => ({ at: one.at_ms, kind: one.kind, label: one.label }))];
      this.marks.sort((a, b) => a.at - b.at);
      this.part("scrub").max = this.replay.length;
      this.drawMarks();
      this.go(0);
    } catch (_) {
      this.part("said").textContent = this.root.dataset.textFailed;
    }
  }

  drawMarks() {
    const box = this.part("marks");
    for (const mark of this.marks) {
      const line = document.createElement("span");
      line.dataset.kind = mark.kind;
      line.style.left = `${Math.min(100, (100 * mark.at) / Math.max(1, this.replay.length))}%`;
      box.append(line);
    }
  }

  describe(mark) {
    const { textPaste, textAway, textRun, textSubmit, textGap, textRestored } = this.root.dataset;
    const names = { p: textPaste, b: textAway, run: textRun, submit: textSubmit, g: textGap, r: textRestored };
    const more = mark.label || (mark.size ? mark.size : "");
    return `${clock(mark.at)} ${names[mark.kind]}${more ? `: ${more}` : ""}`;
  }

  go(time, { says = "" } = {}) {
    if (!this.replay) return;
    this.time = Math.max(0, Math.min(this.replay.length, time));
    const { text, index, last } = this.replay.at(this.time);
    this.index = index;
    this.show(text, last);
    const words = `${clock(this.time)} ${this.root.dataset.textOf} ${clock(this.replay.length)}`;
    this.part("clock").textContent = words;
    this.part("scrub").value = this.time;
    this.part("scrub").setAttribute("aria-valuetext", words);
    if (says) this.part("said").textContent = says;
  }

  show(text, last) {
    const box = this.part("code");
    if (!last?.length) {
      box.textContent = text;
      return;
    }
    const mark = document.createElement("mark");
    mark.dataset.kind = last.kind;
    mark.textContent = text.slice(last.position, last.position + last.length);
    box.replaceChildren(text.slice(0, last.position), mark, text.slice(last.position + last.length));
    const top = mark.offsetTop - box.offsetTop;
    if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 40) box.scrollTop = top - box.clientHeight / 2;
  }

  toggle() {
    if (this.timer) return this.pause();
    if (!this.replay) return;
    if (this.time >= this.replay.length) this.time = 0;
    this.part("play").textContent = this.root.dataset.textPause;
    this.timer = setInterval(() => this.tick(), TICK);
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.part("play").textContent = this.root.dataset.textPlay;
  }

  tick() {
    const next = this.replay.times[this.index] ?? this.replay.length;
    let time = this.time + TICK * Number(this.part("speed").value);
    if (this.part("skip").checked && next - this.time > LONGEST_PAUSE) time = Math.max(time, next - LONGEST_PAUSE);
    const passed = this.marks.filter((mark) => mark.at > this.time && mark.at <= time).at(-1);
    this.go(time, { says: passed ? this.describe(passed) : "" });
    if (this.time >= this.replay.length) this.pause();
  }

  step(by) {
    if (!this.replay) return;
    this.pause();
    const count = Math.max(0, Math.min(this.replay.events.length, this.index + by));
    this.go(count ? this.replay.times[count - 1] : 0);
  }

  jump(forward) {
    if (!this.replay) return;
    const mark = forward
      ? this.marks.find((one) => one.at > this.time)
      : this.marks.filter((one) => one.at < this.time).at(-1);
    if (mark) this.go(mark.at, { says: this.describe(mark) });
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isControl = event.target.matches("button, select, input[type=checkbox]");
    const action = { " ": isControl ? null : () => this.toggle(), "[": () => this.jump(false), "]": () => this.jump(true) }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

document.querySelectorAll("[data-player]").forEach((root) => new Player(root).load());

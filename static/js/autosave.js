// Saves a form field by field as it changes, says so, and keeps what could not be sent until it could.
//
//   <form data-autosave data-autosave-url="/i/…/answers/" data-autosave-state="#save-state"> … </form>
//   {% include "components/save_state.html" with id="save-state" %}
//
// Each change posts (form encoded) the field and every input marked data-autosave-with. Typing is sent after a pause.
// The newest value of each field waits in this browser until the server took it: a reload or a crash sends it then.
// A refusal (4xx) is final: the server's message is shown and the value dropped from the queue, not from the page.
// Events on the form: autosave:saved {fields, answer}, autosave:refused {fields, problem}.

import { request, backoff, Problem } from "./net.js";
import { Unsent } from "./unsent.js";

const PAUSE = 700;
const forms = new WeakMap();

const isText = (field) => field.matches("textarea, input:not([type=radio]):not([type=checkbox]):not([type=file])");

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosaveUrl || form.action;
    this.state = document.querySelector(form.dataset.autosaveState || "#save-state");
    this.queue = new Unsent(`unsent:${new URL(this.url, location.href).pathname}`);
    this.timers = new Map();
    this.attempt = 0;
    this.sending = null;
    this.restore();
    form.addEventListener("change", (event) => this.note(event.target, 0));
    form.addEventListener("input", (event) => isText(event.target) && this.note(event.target, PAUSE));
    window.addEventListener("online", () => this.flush());
    window.addEventListener("pagehide", () => this.lastChance());
    window.addEventListener("beforeunload", (event) => this.queue.size && !navigator.onLine && event.preventDefault());
    form.addEventListener("submit", () => this.stop());
  }

  note(field, pause) {
    if (!field.name || field.type === "file" || field.matches("[data-autosave-skip], [data-autosave-with]")) return;
    this.put(field.name, this.valuesOf(field.name), pause);
  }

  /** Queue values for a name; for editors and other widgets that are not form fields. */
  put(name, values, pause = 0) {
    this.queue.put(name, { values: [].concat(values), at: Date.now() });
    this.show("saving");
    clearTimeout(this.timers.get("all"));
    this.timers.set("all", setTimeout(() => this.flush(), pause));
  }

  valuesOf(name) {
    const fields = [...this.form.elements].filter((field) => field.name === name);
    return fields
      .filter((field) => (field.type === "radio" || field.type === "checkbox" ? field.checked : true))
      .flatMap((field) => (field.multiple && field.selectedOptions ? [...field.selectedOptions].map((o) => o.value) : [field.value]));
  }

  body(entries) {
    const data = new URLSearchParams();
    this.form.querySelectorAll("[data-autosave-with]").forEach((field) => data.append(field.name, field.value));
    for (const [name, { values }] of entries) {
      data.append("field", name);
      values.forEach((value) => data.append(name, value));
    }
    return data;
  }

  /** Send what waits. Returns a promise that settles when the queue is empty or has to wait. */
  flush() {
    clearTimeout(this.timers.get("all"));
    this.sending ??= this.send().finally(() => { this.sending = null; });
    return this.sending;
  }

  async send() {
    while (this.queue.size) {
      const entries = [...this.queue];
      try {
        const answer = await request(this.url, { body: this.body(entries), timeout: 12000 });
        this.settle(entries);
        this.attempt = 0;
        this.show("saved");
        this.tell("autosave:saved", { fields: entries.map(([name]) => name), answer });
      } catch (error) {
        if (!(error instanceof Problem) || error.passing) return this.later(error);
        this.settle(entries);
        this.show("failed", error.message);
        this.tell("autosave:refused", { fields: entries.map(([name]) => name), problem: error });
      }
    }
  }

  settle(entries) {
    for (const [name, sent] of entries) this.queue.settle(name, sent);
  }

  later(error) {
    this.show(navigator.onLine ? "waiting" : "offline");
    const wait = Math.max((error.retryAfter || 0) * 1000, backoff(this.attempt));
    this.attempt += 1;
    clearTimeout(this.timers.get("all"));
    this.timers.set("all", setTimeout(() => this.flush(), wait));
  }

  lastChance() {
    if (this.queue.size) request(this.url, { body: this.body(this.queue), keepalive: true }).catch(() => {});
  }

  /** The form is being submitted as a whole: nothing may be sent after it. */
  stop() {
    clearTimeout(this.timers.get("all"));
    this.queue.forget();
  }

  restore() {
    for (const [name, entry] of this.queue) {
      for (const field of this.form.elements) {
        if (field.name !== name) continue;
        if (field.type === "radio" || field.type === "checkbox") field.checked = entry.values.includes(field.value);
        else if (!field.multiple && field.type !== "file") field.value = entry.values[0] ?? "";
      }
    }
    if (this.queue.size) this.flush();
  }

  show(state, message = "") {
    if (!this.state) return;
    const { dataset } = this.state;
    const words = message || dataset[`text${state[0].toUpperCase()}${state.slice(1)}`] || state;
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    dataset.state = state;
    this.state.textContent = state === "saved" ? `${words} ${time}` : words;
  }

  tell(name, detail) {
    this.form.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/** The Autosave of a form, made on first use: `autosave(form).put("code", text, 800)`. */
export function autosave(form) {
  if (!forms.has(form)) forms.set(form, new Autosave(form));
  return forms.get(form);
}

export function start(root = document) {
  root.querySelectorAll("form[data-autosave]").forEach(autosave);
}

// A clock that reaches zero waits for what is still on its way.
document.addEventListener("countdown:zero", (event) => {
  document.querySelectorAll("form[data-autosave]").forEach((form) => event.detail.wait(autosave(form).flush()));
});

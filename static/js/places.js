// A text input for a place (input[data-place] = address of the suggestions) becomes a combobox: WAI-ARIA's pattern with a list
// box, the focus stays in the input. What is sent is the text, which the server reads, so that it works without this too.

import { request } from "./net.js";

const PAUSE = 150; // milliseconds without a keystroke before the server is asked
const SHORTEST = 2;

export function start(root = document) {
  root.querySelectorAll("input[data-place]").forEach((input) => new Combobox(input));
}

class Combobox {
  constructor(input) {
    this.input = input;
    this.results = [];
    this.active = -1;
    this.build();
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    // Before the blur of the input: pressing an option must not take the focus away.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.index));
    });
  }

  build() {
    const { input } = this;
    const box = document.createElement("div");
    box.className = "combobox";
    input.before(box);
    this.list = document.createElement("ul");
    Object.assign(this.list, { id: `${input.id}_places`, hidden: true, className: "combobox__list" });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.textList);
    this.said = document.createElement("div");
    this.said.className = "visually-hidden";
    this.said.setAttribute("role", "status");
    box.append(input, this.list, this.said);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    Object.entries(roles).forEach(([name, value]) => input.setAttribute(name, value));
  }

  typed() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const text = this.input.value.trim();
    if (text.length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text) {
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const url = `${this.input.dataset.place}?${new URLSearchParams({ q: text })}`;
      const { results } = await request(url, { signal, timeout: 5000 });
      if (!signal.aborted && document.activeElement === this.input) this.show(results);
    } catch {
      if (signal.aborted) return;
      this.close();
      this.said.textContent = this.input.dataset.textFailed;
    }
  }

  show(results) {
    this.results = results;
    this.active = -1;
    this.list.replaceChildren(...results.map((result, index) => this.option(result, index)));
    this.mark();
    this.open(results.length > 0);
    if (results.length) this.list.scrollIntoView({ block: "nearest" });
    const { textNone, textOne, textMany } = this.input.dataset;
    const text = [textNone, textOne][results.length] ?? textMany.replace("%(n)s", results.length);
    this.said.textContent = text;
  }

  option(result, index) {
    const option = document.createElement("li");
    Object.assign(option, { id: `${this.list.id}_${index}`, className: "combobox__option" });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.index = index;
    const name = document.createElement("span");
    name.textContent = result.name;
    const rest = document.createElement("span");
    rest.className = "combobox__rest";
    rest.textContent = result.label.slice(result.name.length);
    option.append(name, rest);
    return option;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.active = -1;
    this.mark();
    this.open(false);
    this.said.textContent = "";
  }

  mark() {
    [...this.list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.active));
      if (index === this.active) option.scrollIntoView({ block: "nearest" });
    });
    const option = this.list.children[this.active];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (this.list.hidden) {
      const opens = event.key === "ArrowDown" || (event.key === "ArrowUp" && event.altKey);
      if (!opens || this.input.value.trim().length < SHORTEST) return;
      event.preventDefault();
      this.ask(this.input.value.trim());
      return;
    }
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) this.move(moves[event.key]);
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" && this.active >= 0) return void this.choose(this.active); // and the focus goes on
    else return;
    event.preventDefault();
  }

  /** One up or down; beyond either end comes the text itself, as in the address bar. */
  move(step) {
    const places = this.results.length + 1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
    this.mark();
  }

  choose(index) {
    const result = this.results[index];
    this.input.value = result.label;
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.suggest("placeCurrency", result.currency);
    this.suggest("placePhone", result.phone_code && `${result.phone_code} `);
  }

  /** Currency or phone code of the country, into a field of the same form that is empty. */
  suggest(name, value) {
    const field = this.input.form?.elements.namedItem(this.input.dataset[name]);
    if (!field || !value || field.value) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// Earlier versions of the program in a dialog: the page of versions, taken into it, and one put back.

import { request } from "../../net.js";

export class Versions {
  /** `address(language)` is the page's, `before()` saves what is typed, `put(language, code)` shows what came back. */
  constructor({ dialog, address, before, put, onProblem }) {
    Object.assign(this, { dialog, address, before, put, onProblem });
    this.box = dialog.querySelector("[data-versions]");
    this.box.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link) return;
      event.preventDefault();
      this.load(link.href, link.dataset.version);
    });
    this.box.addEventListener("submit", (event) => {
      event.preventDefault();
      this.restore(event.target);
    });
  }

  async open() {
    await this.before();
    await this.load(this.address());
    this.dialog.showModal();
  }

  async load(url, focused = "") {
    try {
      const text = await request(url, { headers: { Accept: "text/html" } });
      const part = new DOMParser().parseFromString(text, "text/html").getElementById("versions");
      if (!part) return location.reload(); // the stage is over
      this.box.replaceChildren(part);
      if (focused) this.box.querySelector(`[data-version="${CSS.escape(focused)}"]`)?.focus();
    } catch (problem) {
      this.dialog.close();
      this.onProblem(problem);
    }
  }

  async restore(form) {
    try {
      const { language, version } = Object.fromEntries(new FormData(form));
      const answer = await request(form.action, { body: { language, version } });
      this.put(answer.language, answer.code);
    } catch (problem) {
      this.onProblem(problem);
    }
    this.dialog.close();
  }
}

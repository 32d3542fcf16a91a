// Follows a submission until its verdict is there, shows each case as it comes, and can cancel it.

import { request } from "../../net.js";

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Results {
  /** `box` shows the result, `status` says it to screen readers, `onDone` is called at the end. */
  constructor({ box, status, onDone, onProblem }) {
    Object.assign(this, { box, status, onDone, onProblem, following: 0 });
    box.addEventListener("submit", (event) => {
      const form = event.target.closest("[data-cancel]");
      if (!form) return;
      event.preventDefault();
      this.cancel(form);
    });
  }

  async follow(url) {
    this.following += 1;
    const mine = this.following;
    let etag = "";
    let pause = 120;
    while (mine === this.following) {
      const headers = { Accept: "text/html", ...(etag ? { "If-None-Match": etag } : {}) };
      const answer = await fetch(url, { headers, credentials: "same-origin" }).catch(() => null);
      if (mine !== this.following) return;
      if (answer?.redirected || answer?.status === 409) return location.reload(); // the stage is over
      if (answer?.ok) {
        etag = answer.headers.get("ETag") || "";
        this.show(await answer.text());
        pause = Math.min(pause, 300); // something moves: the next case may be near
        if (this.box.querySelector("[data-done]")) return this.onDone();
      }
      pause = Math.min(answer ? pause * 1.25 : pause * 2, answer ? 1500 : 10000);
      await sleep(pause);
    }
  }

  show(html) {
    const hadFocus = this.box.contains(document.activeElement);
    this.box.innerHTML = html;
    if (hadFocus) this.box.focus();
    const said = this.box.querySelector("[data-says]")?.dataset.says || "";
    if (this.status.textContent !== said) this.status.textContent = said;
  }

  async cancel(form) {
    try {
      await request(form.action, { body: {} });
    } catch (problem) {
      if (problem.status !== 409) this.onProblem(problem);
    }
  }
}

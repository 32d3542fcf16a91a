// A list that is worked off in the background: its bar and words move, and the page is drawn anew when it is done.
//
//   <div data-progress data-version="…" data-url="…/state/"><svg class="bar"><rect></svg><p role="status">…</p></div>
//
// The answer has an ETag and must be asked about, so the browser asks with it and most answers are an empty 304.

import { request } from "../net.js";

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function watch(element) {
  const bar = element.querySelector(".bar rect");
  const status = element.querySelector("[role=status]");
  let { version } = element.dataset;
  for (let still = 0; ; ) {
    await sleep(Math.min(5000, 1000 + 500 * still));
    if (document.hidden) continue;
    try {
      const answer = await request(element.dataset.url, { timeout: 10000 });
      if (answer.finished) return location.reload();
      still = answer.version === version ? still + 1 : 0;
      version = answer.version;
      bar?.setAttribute("width", answer.percent);
      if (status.textContent !== answer.text) status.textContent = answer.text;
    } catch (problem) {
      // Refused (signed out, taken off the team): the page itself says why.
      if (!problem.passing) return location.reload();
      still += 1;
    }
  }
}

document.querySelectorAll("[data-progress]").forEach(watch);

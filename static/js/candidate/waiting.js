// A page that waits for background work: asks the server often at first, then less, and is drawn anew on a change.
//
//   <p data-waiting data-version="…" data-url="/i/…/state/"><span role="status" data-text-offline="…">…</span></p>

import { request } from "../net.js";

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function watch(element) {
  const { version, url } = element.dataset;
  const status = element.querySelector("[role=status]");
  const words = status.textContent;
  for (let asked = 0; ; asked += 1) {
    await sleep(Math.min(5000, 800 + 200 * asked));
    if (document.hidden) continue;
    try {
      const answer = await request(url, { timeout: 10000 });
      if (answer.version !== version) return location.reload();
      if (status.textContent !== words) status.textContent = words;
    } catch (problem) {
      // Refused (the link is over, the seat is lost): the page itself says why.
      if (!problem.passing) return location.reload();
      if (status.textContent === words) status.textContent = status.dataset.textOffline;
    }
  }
}

document.querySelectorAll("[data-waiting]").forEach(watch);

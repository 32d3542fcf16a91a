// The quiz page: keeps the map of questions true while choices are saved (autosave.js does the saving), and sends
// what other questions could not send before the page was left.

import { request } from "../net.js";

const root = document.getElementById("quiz");
const form = document.getElementById("question");

function paint() {
  const button = document.querySelector(".question-map [aria-current]");
  const isAnswered = form.querySelector("[name=option]:checked") !== null;
  const isMarked = form.elements.marked.checked;
  button.dataset.state = isMarked ? "later" : isAnswered ? "answered" : "";
  button.querySelector("[data-map-text]").textContent =
    (isAnswered ? root.dataset.textAnswered : "") + (isMarked ? root.dataset.textMarked : "");
  button.dataset.answered = isAnswered ? "yes" : "";
  const others = document.querySelectorAll(".question-map [data-map-text]");
  const count = [...others].filter((text) => text.textContent.includes(root.dataset.textAnswered)).length;
  document.querySelector("[data-answered]").textContent = count;
}

// Choices of other questions that never reached the server: the connection was away when their page was left.
async function sendForgotten() {
  const prefix = location.pathname.replace(/\/quiz\/.*$/, "/quiz/");
  const here = form ? new URL(form.dataset.autosaveUrl, location.href).pathname : "";
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`unsent:${prefix}`) && key !== `unsent:${here}`);
  let sent = 0;
  for (const key of keys) {
    const body = new URLSearchParams();
    try {
      for (const [name, { values }] of JSON.parse(localStorage.getItem(key))) {
        body.append("field", name);
        values.forEach((value) => body.append(name, value));
      }
      await request(key.slice("unsent:".length), { body, timeout: 10000 });
      sent += 1;
    } catch (problem) {
      if (problem.passing) continue;
    }
    localStorage.removeItem(key);
  }
  if (sent && !form) location.reload();
}

if (form) form.addEventListener("change", paint);
window.addEventListener("online", sendForgotten);
sendForgotten();

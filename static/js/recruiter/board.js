// Cards of the board are dragged from lane to lane. The form on each card does the same without a mouse, or a script.

import { request } from "../net.js";

const board = document.querySelector("[data-board]");
const said = document.querySelector("[data-board-said]");
let dragged = null;

const laneOf = (element) => element.closest?.("[data-lane]");

function count(lane, by) {
  const number = lane.querySelector("[data-lane-count]");
  number.textContent = Number(number.textContent) + by;
  lane.querySelector("[data-lane-empty]")?.toggleAttribute("hidden", Number(number.textContent) > 0);
}

function place(card, lane, answer) {
  count(laneOf(card), -1);
  lane.querySelector("[data-lane-cards]").prepend(card);
  count(lane, 1);
  const form = card.querySelector("form");
  form.elements.seen.value = answer.seen;
  form.elements.decision.value = answer.decision;
  said.textContent = board.dataset.textMoved
    .replace("%name", card.dataset.card)
    .replace("%decision", form.elements.decision.selectedOptions[0].textContent);
}

async function move(card, lane) {
  const form = card.querySelector("form");
  const body = new URLSearchParams(new FormData(form));
  body.set("decision", lane.dataset.lane);
  card.setAttribute("aria-busy", "true");
  try {
    place(card, lane, await request(form.action, { body }));
  } catch {
    // Sent as a form, the answer says on the page what went wrong: most often a colleague was faster.
    form.elements.decision.value = lane.dataset.lane;
    form.submit();
  } finally {
    card.removeAttribute("aria-busy");
  }
}

board.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-card]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.card);
});

board.addEventListener("dragover", (event) => {
  const lane = laneOf(event.target);
  if (!dragged || !lane) return;
  event.preventDefault();
  board.querySelectorAll(".is-over").forEach((other) => other !== lane && other.classList.remove("is-over"));
  lane.classList.add("is-over");
});

board.addEventListener("drop", (event) => {
  const lane = laneOf(event.target);
  if (!dragged || !lane) return;
  event.preventDefault();
  if (lane !== laneOf(dragged)) move(dragged, lane);
});

document.addEventListener("dragend", () => {
  dragged = null;
  board.querySelectorAll(".is-over").forEach((lane) => lane.classList.remove("is-over"));
});

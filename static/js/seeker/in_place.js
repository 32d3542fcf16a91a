// The profile changes in its place: htmx swaps #profile, here the focus goes where the person is needed next.
//
// Without this script (or without htmx) every button is a link or a form with a page of its own.

import { start as places } from "../places.js";

let pressed = null;

document.addEventListener("htmx:beforeRequest", ({ detail: { elt, requestConfig } }) => {
  const button = requestConfig.triggeringEvent?.submitter;
  pressed = { part: elt.closest(".part")?.id, action: elt.getAttribute("action"), value: button?.value };
});

// What is open wants typing; otherwise the same button again, or the first one of the same part.
function next() {
  const open = document.querySelector("#profile .part--open");
  if (open) return open.querySelector("[data-focus]") ?? open.querySelector("form.form :is(input:not([type=hidden]), select, textarea)");
  const part = pressed?.part && document.getElementById(pressed.part);
  return part?.querySelector(`form[action="${pressed.action}"] button[value="${pressed.value}"]`) ?? part?.querySelector("a, button");
}

document.addEventListener("htmx:afterSettle", () => {
  const profile = document.getElementById("profile");
  if (!profile || profile.dataset.settled) return;
  profile.dataset.settled = "1";
  places(profile);
  next()?.focus();
});

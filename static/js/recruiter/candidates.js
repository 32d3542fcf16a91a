// The list of candidates by keyboard (j, k, Enter, x, /, ?) and choosing many. Everything works without it as well.

const boxes = () => [...document.querySelectorAll("tr[data-row] input[name=chosen]")];
const links = () => [...document.querySelectorAll(".table tbody a.table__main")];
const isTyping = (target) => target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable], dialog[open]");

function step(by) {
  const all = links();
  const row = document.activeElement?.closest("tr");
  const at = all.findIndex((link) => row && row.contains(link));
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  x: () => document.activeElement?.closest("tr")?.querySelector("input[name=chosen]")?.click(),
  "/": () => document.querySelector(".filters input[type=search]")?.focus(),
  "?": () => document.getElementById("keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

function choosing(form) {
  const everyone = document.querySelector("[data-choose-all]");
  const everything = form.querySelector("[data-bulk-everything]");
  const words = form.querySelector("[data-bulk-count]");
  const kind = form.elements.kind;

  function draw() {
    const all = boxes();
    const chosen = all.filter((box) => box.checked).length;
    if (everyone) {
      everyone.checked = chosen > 0 && chosen === all.length;
      everyone.indeterminate = chosen > 0 && chosen < all.length;
    }
    form.classList.toggle("is-idle", !chosen && !everything?.checked);
    words.textContent = chosen === 1 ? words.dataset.one : words.dataset.many.replace("%n", chosen);
    form.querySelectorAll("[data-bulk-for]").forEach((field) => {
      field.hidden = !field.dataset.bulkFor.split(" ").includes(kind.value);
    });
  }

  document.addEventListener("change", (event) => {
    if (event.target === everyone) boxes().forEach((box) => { box.checked = everyone.checked; });
    if (event.target.matches("[data-choose-all], [data-bulk-everything], input[name=chosen]") || event.target === kind) draw();
  });
  window.addEventListener("pageshow", draw);
  draw();
}

document.querySelectorAll("[data-bulk]").forEach(choosing);

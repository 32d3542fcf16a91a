// The colour theme, set before the first paint: the only blocking script. The choice stays in this browser.
(function () {
  "use strict";
  var KEY = "theme";
  var root = document.documentElement;

  function stored() {
    try { return localStorage.getItem(KEY) || "system"; } catch (_) { return "system"; }
  }
  function apply(choice) {
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
    else delete root.dataset.theme;
  }
  function mark() {
    document.querySelectorAll("[data-theme-choice]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === stored()));
    });
  }

  root.dataset.js = "";
  apply(stored());
  document.addEventListener("DOMContentLoaded", mark);
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-theme-choice]");
    if (!button) return;
    try { localStorage.setItem(KEY, button.dataset.themeChoice); } catch (_) { /* private window: this page only */ }
    apply(button.dataset.themeChoice);
    mark();
    document.dispatchEvent(new CustomEvent("theme:change"));
  });
  window.addEventListener("storage", function (event) {
    if (event.key === KEY) { apply(stored()); mark(); }
  });
})();

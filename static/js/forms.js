// Small manners of forms: the error summary gets the focus, a second click does not send twice, select[data-submit] filters.

export function start(root = document) {
  root.querySelector("[data-focus]")?.focus();

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog" || form.matches("[data-many]")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    event.submitter?.setAttribute("aria-busy", "true");
  });

  document.addEventListener("change", (event) => event.target.matches("[data-submit]") && event.target.form?.requestSubmit());

  // Back from the next page: the form may be sent again.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    });
  });
}

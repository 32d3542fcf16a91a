// <form data-leave-guard>: asks before leaving while something typed has not been submitted.

export function start(root = document) {
  root.querySelectorAll("form[data-leave-guard]").forEach((form) => {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => changed && event.preventDefault());
  });
}

// <button data-dialog-open="id"> opens <dialog id="id">; [data-dialog-close] and a click beside it close it.

export function start() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog-open]");
    if (opener) {
      document.getElementById(opener.dataset.dialogOpen)?.showModal();
      return;
    }
    const dialog = event.target.closest("dialog");
    if (!dialog) return;
    if (event.target.closest("[data-dialog-close]") || event.target === dialog) dialog.close();
  });
}

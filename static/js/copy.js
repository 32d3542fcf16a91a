// <button data-copy="#id"> copies the value or text of #id and says so for two seconds.

async function toClipboard(source) {
  const text = "value" in source ? source.value : source.textContent.trim();
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  // Plain http on a local network has no clipboard API.
  source.select?.();
  if (!document.execCommand("copy")) throw new Error("copying is not possible here");
}

export function start() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.querySelector(button.dataset.copy);
    const label = button.querySelector("[data-copy-label]") || button;
    if (!source) return;
    try {
      await toClipboard(source);
      const before = label.textContent;
      label.textContent = document.body.dataset.copied || "Copied";
      setTimeout(() => { label.textContent = before; }, 2000);
    } catch (_) {
      source.select?.();
    }
  });
  document.addEventListener("focusin", (event) => event.target.matches("[data-select-all]") && event.target.select());
}

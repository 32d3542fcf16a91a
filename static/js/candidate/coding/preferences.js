// What a candidate prefers in the coding room, kept in this browser.

const KEY = "coding-preferences";
const DEFAULTS = { keys: "default", size: 14, plain: false, contrast: false, split: 42 };

export function preferences() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) || "{}") };
  } catch (_) {
    return { ...DEFAULTS };
  }
}

export function prefer(changes) {
  const all = { ...preferences(), ...changes };
  try { localStorage.setItem(KEY, JSON.stringify(all)); } catch (_) { /* a private window: this page only */ }
  return all;
}

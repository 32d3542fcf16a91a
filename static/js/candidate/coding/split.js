// The bar between two panes: dragged, or moved by the arrow keys when it has the focus. Percent of the first pane.
//
//   split(document.getElementById("splitter"), { value: 42, onChange: (percent) => … });

const LEAST = 20;
const MOST = 70;
const STEP = 2;
const KEYS = { ArrowLeft: -STEP, ArrowRight: STEP, PageDown: -10, PageUp: 10 };

export function split(bar, { value, onChange = () => {} }) {
  const box = bar.parentElement;
  let present = value;

  function show(percent) {
    present = Math.round(Math.min(MOST, Math.max(LEAST, percent)));
    box.style.setProperty("--split", `${present}%`);
    bar.setAttribute("aria-valuenow", present);
  }

  function move(percent) {
    show(percent);
    onChange(present);
  }

  bar.setAttribute("aria-valuemin", LEAST);
  bar.setAttribute("aria-valuemax", MOST);
  bar.addEventListener("keydown", (event) => {
    const ends = { Home: LEAST, End: MOST };
    if (!(event.key in KEYS) && !(event.key in ends)) return;
    event.preventDefault();
    move(ends[event.key] ?? present + KEYS[event.key]);
  });
  bar.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    bar.focus();
    bar.setPointerCapture(event.pointerId);
    const { left, width } = box.getBoundingClientRect();
    const follow = (moved) => move((100 * (moved.clientX - left)) / width);
    bar.addEventListener("pointermove", follow);
    bar.addEventListener("lostpointercapture", () => bar.removeEventListener("pointermove", follow), { once: true });
  });
  bar.addEventListener("dblclick", () => move(42));
  show(value);
}

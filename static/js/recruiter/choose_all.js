// One box ticks all boxes of a name in its form, and shows whether all, some or none of them are ticked.
//
//   <input type="checkbox" data-choose-all="chosen">

function connect(all) {
  const boxes = [...all.form.querySelectorAll(`input[type=checkbox][name="${all.dataset.chooseAll}"]`)];
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  boxes.forEach((box) => box.addEventListener("change", show));
  show();
}

document.querySelectorAll("[data-choose-all]").forEach(connect);

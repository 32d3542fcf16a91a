// A transcript in step with its recording: the sentence that is heard is marked, and a sentence is heard by clicking it.
//
//   <video id="r1">…</video>  <p data-in-step="r1"><button data-start="1.5" data-end="3">…</button></p>

function follow(text) {
  const player = document.getElementById(text.dataset.inStep);
  const sentences = [...text.querySelectorAll("[data-start]")];
  text.addEventListener("click", (event) => {
    const sentence = event.target.closest("[data-start]");
    if (!sentence) return;
    player.currentTime = Number(sentence.dataset.start);
    player.play().catch(() => {});
  });
  player.addEventListener("timeupdate", () => sentences.forEach((sentence) => {
    const at = player.currentTime;
    const heard = at >= Number(sentence.dataset.start) && at < Number(sentence.dataset.end);
    if (heard) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
  }));
}

document.querySelectorAll("[data-in-step]").forEach(follow);

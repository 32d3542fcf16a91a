"""The test browser itself: it hears, sees, notices complaints, and finds what is not accessible."""

from __future__ import annotations

import pytest

from interviewer.web.tests.browser import axe

pytestmark = pytest.mark.browser

LOUDNESS = """async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const context = new AudioContext(), analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let loudest = 0;
  for (let i = 0; i < 60; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    analyser.getFloatTimeDomainData(samples);
    loudest = Math.max(loudest, ...samples.map(Math.abs));
  }
  return { loudest, video: stream.getVideoTracks()[0].getSettings().width };
}"""


def test_the_fake_devices_are_heard_and_seen(product, new_page, launch, spoken, console):
    console.expect("status of 404")
    running = product(worker=False)
    page = new_page(browser=launch(audio=spoken("I measured the latency and moved the index into memory.")))
    page.goto(f"{running.url}/i/invented/")  # devices are allowed where candidates are, and nowhere else

    devices = page.evaluate(LOUDNESS)

    assert devices["loudest"] > 0.05
    assert devices["video"] > 0


def test_complaints_of_a_page_are_noticed(product, page, console):
    running = product(worker=False, DEBUG=False)
    page.goto(f"{running.url}/")
    assert console.unexpected() == []

    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(200)

    assert [
        kind for kind in ("Content Security Policy", "broken") if kind in " ".join(console.complaints)
    ] == [
        "Content Security Policy",
        "broken",
    ]
    console.expect("Content Security Policy|broken")


def test_what_is_not_accessible_is_found(page):
    page.goto("data:text/html,<html lang=en><title>x</title><main><h1>x</h1><img src='data:,'></main>")

    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)

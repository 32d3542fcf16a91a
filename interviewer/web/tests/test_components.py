"""Components: what each promises to its callers and to screen readers."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from interviewer.env import BASE_DIR
from interviewer.web.templatetags.ui import code_words, duration, tone

COMPONENTS = sorted(p.stem for p in (BASE_DIR / "templates/components").glob("[!_]*.html"))


class JobForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Title", help_text="What candidates see first")
    level = forms.ChoiceField(
        label="Level", choices=[("j", "Junior"), ("s", "Senior")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="I agree")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)


def render(source: str, **context: object) -> str:
    return (
        engines["django"]
        .from_string(source)
        .render(context, RequestFactory().get("/jobs/?status=open&page=2"))
    )


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_says_its_parameters_and_is_listed(name: str):
    source = (BASE_DIR / f"templates/components/{name}.html").read_text()
    listed = (BASE_DIR / "templates/components/README.md").read_text()
    assert source.startswith(f"{{# {name}: ")
    assert f"| `{name}` |" in listed


def test_every_icon_that_templates_name_is_in_the_sprite():
    symbols = set(re.findall(r'<symbol id="([\w-]+)"', (BASE_DIR / "static/img/icons.svg").read_text()))
    named = {
        name
        for path in (BASE_DIR / "templates").rglob("*.html")
        for name in re.findall(r'icon\.html" with name="([\w-]+)"', path.read_text())
        + re.findall(r'\bicon(?:_end)?="([\w-]+)"', path.read_text())
    }
    assert named - symbols == set()


def test_a_wrong_field_is_tied_to_its_help_and_its_error():
    html = render('{% include "components/field.html" with field=form.title %}', form=JobForm({}))
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html


def test_radio_buttons_are_a_group_with_a_legend():
    html = render('{% include "components/field.html" with field=form.level %}', form=JobForm())
    assert re.search(r"<legend>Level\s*</legend>", html)
    assert html.count('type="radio"') == 2


def test_a_checkbox_stands_inside_its_label():
    html = render('{% include "components/field.html" with field=form.agreed %}', form=JobForm())
    assert re.search(r'<label class="check" for="id_agreed"><input type="checkbox"[^>]*><span>I agree', html)


def test_an_optional_field_says_so():
    html = render('{% include "components/field.html" with field=form.note %}', form=JobForm())
    assert "optional" in html


def test_a_form_drawn_by_django_looks_like_one_drawn_by_components():
    assert len(re.findall(r'<div class="field[ "]', JobForm().as_div())) == 4


def test_the_summary_links_each_error_to_its_field():
    html = render('{% include "components/form_errors.html" %}', form=JobForm({"level": "s"}))
    assert re.findall(r'href="(#[\w]+)"', html) == ["#id_title", "#id_agreed"]


def test_pages_keep_the_other_filters():
    page = Paginator(range(30), 10).page(2)
    html = render('{% include "components/pagination.html" %}', page=page)
    assert "?status=open&amp;page=3" in html


def test_a_timer_carries_the_servers_clock():
    now = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
    html = render(
        '{% include "components/timer.html" only with deadline=end now=now %}',
        now=now,
        end=now + dt.timedelta(hours=1),
    )
    assert 'data-deadline="2026-11-24T10:00:00+00:00"' in html
    assert 'data-now="2026-11-24T09:00:00+00:00"' in html


def test_the_present_step_is_marked_as_such():
    steps = [
        {"label": "Quiz", "state": "done"},
        {"label": "Code", "state": "current"},
        {"label": "Talk", "state": "todo"},
    ]
    html = render('{% include "components/progress_steps.html" only with steps=steps %}', steps=steps)
    assert html.count('aria-current="step"') == 1
    assert "Step 2 of 3" in html


def test_no_score_is_a_dash_and_not_nought():
    html = render(
        '{% include "components/score_meter.html" only with value=score label="Quiz" %}', score=None
    )
    assert "no score" in html
    assert "svg" not in html


def test_text_of_others_is_escaped_in_an_alert():
    html = render(
        '{% include "components/alert.html" only with text=text %}', text="<img src=x onerror=alert(1)>"
    )
    assert "<img" not in html


def test_a_status_without_a_tone_is_neutral():
    assert (tone("completed"), tone("REJECTED"), tone("open"), tone(None)) == ("success", "danger", "", "")


@pytest.mark.parametrize("status", [400, 403, 404, 410, 429, 503])
def test_an_error_page_renders_without_a_request(status: int):
    assert f">{status}<" in render_to_string(f"errors/{status}.html", {"status": status})


def test_the_page_of_our_own_failure_needs_nothing():
    assert "quote this number" in render_to_string("errors/500.html", {"request_id": "abc123"})


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (3600, "1 hour"), (3900, "1 hour 5 minutes")],
)
def test_a_duration_is_said_in_words(seconds: int, said: str):
    assert duration(dt.timedelta(seconds=seconds)) == said


def test_words_between_backticks_are_code_and_everything_stays_escaped():
    assert code_words("What does `a < b` do?") == "What does <code>a &lt; b</code> do?"
    assert code_words("`<script>` <b>") == "<code>&lt;script&gt;</code> &lt;b&gt;"
    assert code_words("a ` alone") == "a ` alone"


def test_english_dates_cannot_be_mistaken():
    shown = (
        engines["django"]
        .from_string("{{ at|date:'DATETIME_FORMAT' }}")
        .render({"at": dt.datetime(2026, 11, 5, 15, 4)})
    )
    assert shown == "5 Nov 2026, 15:04"

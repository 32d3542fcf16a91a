"""Each language on this machine: what it accepts, how it runs out of time and memory, how it fails, what it says."""

from __future__ import annotations

import pytest

from assessments.judge import languages
from assessments.judge.languages import finding
from assessments.judge.languages.java import names_of
from assessments.judge.local import LocalJudge
from assessments.judge.tests import programs
from assessments.judge.tests.conftest import limits
from interviewer.integrations.judge.port import Case, JudgeRequest, JudgeResult, Verdict

pytestmark = pytest.mark.box
SLUGS = [language.slug for language in languages.LANGUAGES]


def judged(
    judge: LocalJudge, slug: str, source: str, expected: bytes | None = b"42\n", **more: int
) -> JudgeResult:
    if languages.find(slug) is None:
        pytest.skip(languages.info(languages.BY_SLUG[slug]).reason)
    case = Case("1", programs.sum_input(slug), expected)
    return judge.judge(JudgeRequest(source, slug, (case,), limits(**more)))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_honest_program_is_accepted(judge, slug):
    result = judged(judge, slug, programs.SUMS[slug])
    assert (result.verdict, result.compile.ok) == (Verdict.AC, True), result
    assert result.cases[0].stdout == b"42\n"
    assert result.cases[0].memory_kib > 0


@pytest.mark.parametrize("slug", SLUGS)
def test_an_honest_program_is_accepted_without_control_groups(polling_judge, slug):
    result = judged(polling_judge, slug, programs.SUMS[slug])
    assert result.verdict is Verdict.AC, result


@pytest.mark.parametrize("slug", SLUGS)
def test_the_template_of_a_language_is_a_program(judge, slug):
    result = judged(judge, slug, languages.BY_SLUG[slug].template, expected=None)
    assert result.compile.ok, result.compile.message


@pytest.mark.parametrize("slug", SLUGS)
def test_an_endless_loop_runs_out_of_time(judge, slug):
    result = judged(judge, slug, programs.LOOPS[slug], cpu_ms=400, wall_ms=4000)
    assert result.verdict is Verdict.TLE, result
    assert result.cases[0].cpu_ms >= 400


@pytest.mark.parametrize("slug", SLUGS)
def test_a_hog_runs_out_of_memory(judge, slug):
    result = judged(judge, slug, programs.HOGS[slug], cpu_ms=4000, wall_ms=12_000)
    assert result.verdict is Verdict.MLE, result


@pytest.mark.parametrize("slug", SLUGS)
def test_a_hog_runs_out_of_memory_without_control_groups(polling_judge, slug):
    result = judged(polling_judge, slug, programs.HOGS[slug], cpu_ms=4000, wall_ms=12_000)
    assert result.verdict is Verdict.MLE, result
    assert result.cases[0].memory_kib < 2 * 256 * 1024


@pytest.mark.parametrize("slug", SLUGS)
def test_a_program_that_fails_is_a_run_time_error(judge, slug):
    result = judged(judge, slug, programs.FAILURES[slug])
    assert result.verdict is Verdict.RTE, result
    assert result.cases[0].detail.startswith("Ended ")


@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_compiler_says_names_the_line_and_no_folder_of_ours(judge, slug):
    result = judged(judge, slug, programs.BROKEN[slug])
    assert (result.verdict, result.cases) == (Verdict.CE, ())
    said = result.compile.message
    assert "main" in said.lower() and "2" in said, said
    assert not any(folder in said for folder in ("/app", "/box", "/usr", "/opt", "/tmp", "..")), said


def test_every_language_tells_its_version_or_why_it_is_not_there(judge):
    for one in judge.languages():
        assert one.available == bool(one.version) == (not one.reason), one


def test_a_language_that_is_not_installed_is_shown_and_refused(judge, monkeypatch):
    gone = languages.BY_SLUG["go"]
    monkeypatch.setattr(finding, "existing", lambda patterns: [])
    languages.find.cache_clear()
    try:
        info = languages.info(gone)
        assert (info.available, info.version) == (False, "")
        assert info.reason == "Go is not installed on this machine: sudo apt-get install -y golang-go"
        with pytest.raises(languages.UnknownLanguage, match="Go is not installed"):
            judge.judge(JudgeRequest(gone.template, "go", ()))
    finally:
        languages.find.cache_clear()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("public class Solution { public static void main(String[] a) {} }", ("Solution.java", "Solution")),
        ("class A {} class B { static void main(String[] a) {} }", ("Main.java", "B")),
        ("package a.b; public final class C { static void main(String[] a) {} }", ("C.java", "a.b.C")),
        (
            '// public class X {\nclass Y { String s = "public class Z {"; void main() {} }',
            ("Main.java", "Y"),
        ),
        ("public class P { class Q { void main() {} } } class R { void main() {} }", ("P.java", "R")),
        ("public record R(int n) { public static void main(String[] a) {} }", ("R.java", "R")),
        ("int x;", ("Main.java", "Main")),
        ("{" * 100_000 + "class A" + "/*", ("Main.java", "Main")),
    ],
)
def test_a_java_program_may_be_called_as_it_likes(source, names):
    found = names_of(source)
    assert (found.source, found.entry) == names


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        (
            "SELECT n, NULL, 1.5, x'0a', 'a;b' FROM numbers ORDER BY n;",
            "2|NULL|1.5|X'0A'|a;b\n40|NULL|1.5|X'0A'|a;b\n",
        ),
        ("CREATE VIEW big AS SELECT * FROM numbers WHERE n > 2; SELECT n FROM big", "40\n"),
        ("-- only a remark; nothing else\nSELECT 1", "1\n"),
        ("SELECT 1; ; SELECT 2;", "1\n2\n"),
    ],
)
def test_sql_prints_rows_as_the_documents_say(judge, query, printed):
    result = judged(judge, "sql", query, expected=printed.encode())
    assert (result.verdict, result.cases[0].stdout) == (Verdict.AC, printed.encode()), result

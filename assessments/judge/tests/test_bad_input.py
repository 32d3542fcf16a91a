"""What people and their programs send by mistake or on purpose: sources that are none, input and output out of size."""

from __future__ import annotations

import pytest

from assessments.judge import languages, source
from assessments.judge.tests import programs
from assessments.judge.tests.conftest import limits
from interviewer.integrations.judge.port import Case, JudgeRequest, Verdict

pytestmark = pytest.mark.box
SUM = programs.SUMS["python"]
INPUT = (Case("1", b"40 2\n", b"42\n"),)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\r\n\r\n"])
def test_an_empty_program_is_refused(judge, text):
    with pytest.raises(source.SourceEmpty, match="no program yet"):
        judge.judge(JudgeRequest(text, "python", INPUT))


@pytest.mark.parametrize("megabytes", [1, 6])
def test_a_program_of_megabytes_is_refused(judge, megabytes):
    with pytest.raises(source.SourceTooLarge, match="at most 65,536 are accepted"):
        judge.judge(JudgeRequest("#" * (megabytes << 20), "python", INPUT))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (bytes(range(256)), "is not UTF-8 text: line 2"),
        (b"print(1)\nprint('\xff')\n", "is not UTF-8 text: line 2"),
        (b"\x7fELF\x02\x01\x01\0\0", "NUL character in line 1"),
        ("print(1)\n\0", "NUL character in line 2"),
        ("print('\ud800')", "half of a character pair"),
    ],
)
def test_what_is_not_text_is_refused(judge, sent, said):
    with pytest.raises(source.SourceNotText, match=said):
        judge.judge(JudgeRequest(sent, "python", INPUT))


@pytest.mark.parametrize(
    "text",
    [
        SUM.replace("\n", "\r\n"),
        "n = input()\r\nprint(sum(map(int, n.split())))\r\n",
        "n = input()\rprint(sum(map(int, n.split())))\r",
        "\ufeff" + SUM,
        SUM.rstrip("\n"),
        "# größer 数 🙂\n" + SUM,
    ],
)
def test_line_ends_marks_and_other_scripts_do_not_matter(judge, text):
    assert judge.judge(JudgeRequest(text, "python", INPUT)).verdict is Verdict.AC


@pytest.mark.parametrize("language", ["c", "java"])
def test_a_program_without_a_last_line_end_is_compiled(judge, language):
    text = programs.SUMS[language].replace("\n", "\r\n").rstrip()
    assert judge.judge(JudgeRequest(text, language, INPUT)).verdict is Verdict.AC


def test_output_without_a_last_line_end_is_right(run):
    assert run("import sys; sys.stdout.write('42')", expected=b"42\n").verdict is Verdict.AC


def test_a_hundred_megabytes_of_output_are_cut(run):
    result = run(
        "import sys\nfor _ in range(100): sys.stdout.write('x' * (1 << 20))", expected=b"x", cpu_ms=4000
    )
    assert result.verdict is Verdict.OLE
    assert len(result.stdout) <= 64 * 1024
    assert result.detail == "More than 1,024 KiB of output."


def test_input_that_is_never_read_is_no_error(run):
    assert run("print(42)", stdin=b"7 " * (10 << 20), expected=b"42").verdict is Verdict.AC


def test_a_case_of_ten_megabytes_is_read(run):
    numbers = b"1\n" * (5 << 20)
    result = run("import sys; print(len(sys.stdin.read().split()))", stdin=numbers, expected=b"5242880\n")
    assert result.verdict in {Verdict.AC, Verdict.MLE}  # five million words are 256 MiB of Python objects
    result = run("import sys; print(sys.stdin.buffer.read().count(b'1'))", stdin=numbers, expected=b"5242880")
    assert result.verdict is Verdict.AC


@pytest.mark.parametrize("language", sorted(languages.BY_SLUG))
def test_five_thousand_parentheses_are_a_program_or_a_message(judge, language):
    if languages.find(language) is None:
        pytest.skip(languages.info(languages.BY_SLUG[language]).reason)
    nested = "(" * 5000 + "1" + ")" * 5000
    text = {
        "python": f"print({nested})",
        "c": f"int main(void) {{ return {nested} - 1; }}",
        "cpp": f"int main() {{ return {nested} - 1; }}",
        "java": f"class Main {{ public static void main(String[] a) {{ int n = {nested}; }} }}",
        "go": f"package main\nfunc main() {{ _ = {nested} }}",
        "rust": f"fn main() {{ let _n = {nested}; }}",
        "kotlin": f"fun main() {{ val n = {nested} }}",
        "csharp": f"class P {{ static void Main() {{ int n = {nested}; }} }}",
        "sql": f"SELECT {nested};",
    }.get(language, f"const n = {nested};")
    result = judge.judge(JudgeRequest(text, language, (Case("1", b""),), limits()))
    assert result.verdict in {Verdict.AC, Verdict.CE, Verdict.RTE}, result
    assert result.verdict is not Verdict.CE or result.compile.message


@pytest.mark.parametrize("brackets", ["[", "(", "{"])
def test_a_source_of_brackets_alone_is_a_message(judge, brackets):
    for language in ("python", "c", "java", "javascript"):
        result = judge.judge(JudgeRequest(brackets * 60_000, language, INPUT))
        assert result.verdict is Verdict.CE, (language, result)


def test_thousands_of_java_classes_are_a_program(judge):
    if languages.find("java") is None:
        pytest.skip("Java is not installed")
    classes = "".join(f"class C{number}{{}}" for number in range(3000))
    text = programs.SUMS["java"] + classes
    assert judge.judge(JudgeRequest(text, "java", INPUT)).verdict is Verdict.AC

"""Who somebody is, and how they look, sound or feel, has no way into a score: names of any script, schemas, prompts."""

from __future__ import annotations

import random
import re
import string
from dataclasses import fields, replace
from pathlib import Path

import pytest

from interviewer.integrations.llm import port
from interviewer.integrations.llm.builtin import BuiltinLLM
from interviewer.integrations.llm.masking import mask_identity
from interviewer.integrations.llm.schemas import SCHEMAS, Strict
from interviewer.integrations.llm.scoring import assess_offline
from interviewer.integrations.llm.tests.scenes import CANDIDATE, COMPETENCIES, JOB, TURNS

#: Letters of scripts in which names are written; combining vowel signs are drawn among them.
SCRIPTS = {
    "latin": string.ascii_lowercase + "áéíóúñçøåß",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшя",
    "greek": "αβγδεζηθικλμνοπρστυφχψω",
    "devanagari": "कखगघचछजटडतदनपबमयरलवशसहािीुूेैोौं",
    "tamil": "கசடதபமயரலவளறனாிீுூெேைொோ",
    "bengali": "কখগচজটডতদনপবমযরলশসহািীুূেৈ",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "chinese": "王李张刘陈杨赵黄周吴徐孙马朱胡",
    "korean": "김이박최정강조윤장임한오서신권",
}
PERSONAL = re.compile(
    r"emotion|mood|accent|voice|tone|face|facial|appearance|look|gender|sex|age|race|ethnic|religio|photo|smile|gaze|eye|pitch|nationality"
    r"|marital|disabilit|attractive|pronunciation|fluency",
    re.IGNORECASE,
)
#: Words that only contain such a one.
HARMLESS = {
    "language",
    "language_code",
    "stage",
    "message",
    "percentage",
    "average",
    "image",
    "needs_look",
    "coverage",
}


def name_in(script: str, draw: random.Random) -> str:
    letters = SCRIPTS[script]
    first = draw.choice([letter for letter in letters if letter.isalpha()])
    word = first + "".join(draw.choice(letters) for _ in range(draw.randint(2, 6)))
    return word.capitalize()


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("seed", range(8))
def test_a_name_of_any_script_is_masked_wherever_it_stands(script: str, seed: int):
    draw = random.Random(f"{script} {seed}")
    first, last = name_in(script, draw), name_in(script, draw)
    shapes = [
        f"I am {first} {last}.",
        f"{last}, {first}",
        f"({first})",
        f"{first.upper()} {last.lower()}",
        f"“{first}” said: {last}!",
        f"{first}\n{last}\tEngineer",
    ]
    text = " We used indexes. ".join(draw.sample(shapes, len(shapes)))

    masked = mask_identity(text, [f"{first} {last}"])
    kept = mask_identity(text, [f"{first} {last}"], keep_length=True)

    for name in (first, last):
        whole_word = rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
        assert not re.search(whole_word, masked, re.IGNORECASE)
        assert not re.search(whole_word, kept, re.IGNORECASE)
    assert "We used indexes." in masked
    assert len(kept) == len(text)
    assert mask_identity(masked, [f"{first} {last}"]) == masked


@pytest.mark.parametrize(
    ("text", "names", "masked"),
    [
        ("我叫王小明，住在北京", ["小明 王", "王小明"], "我叫[name]，住在北京"),
        ("저는 김철수입니다", ["김철수"], "저는 [name]입니다"),
        ("ผมชื่อสมชายครับ", ["สมชาย"], "ผมชื่อ[name]ครับ"),
        ("明天开会", ["明"], "明天开会"),
    ],
)
def test_a_name_in_a_script_without_spaces_is_masked(text: str, names: list[str], masked: str):
    assert mask_identity(text, names) == masked


@pytest.mark.parametrize("seed", range(20))
def test_contact_age_and_years_of_study_are_masked(seed: int):
    draw = random.Random(seed)
    age, year = draw.randint(18, 70), draw.randint(1960, 2030)
    phone = f"+{draw.randint(1, 99)} {draw.randint(10000, 99999)} {draw.randint(10000, 99999)}"
    mail = f"{''.join(draw.choices(string.ascii_lowercase, k=6))}@example.org"
    facts = [
        (f"I am {age} years old.", str(age)),
        (f"Call {phone}.", phone[-5:]),
        (f"Write to {mail}.", mail),
        (f"B.Tech, Delhi University, {year}", str(year)),
        (f"Graduated in {year} from college.", str(year)),
        (f"Date of birth: 4 May {year}", str(year)),
        ("Gender: Female", "Female"),
        ("Address: 12 Hill Road, Pune", "Hill"),
        ("Photo: attached.png", "attached"),
        ("She led a team and her work shipped.", "She "),
    ]
    draw.shuffle(facts)

    masked = mask_identity("\n".join(text for text, _secret in facts))

    assert [secret for _text, secret in facts if secret in masked] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_name_moves_no_level(script: str):
    draw = random.Random(script)
    first, other = name_in(script, draw), "Ann"

    def assessed(name: str) -> object:
        turns = tuple(replace(turn, answer=f"My name is {name}. {turn.answer}") for turn in TURNS)
        found = BuiltinLLM().assess(COMPETENCIES, turns, "en", names=(name,)).value
        return [(item.level, item.certainty, len(item.quotes)) for item in found]

    assert assessed(first) == assessed(other)


@pytest.mark.parametrize(
    ("old", "new"),
    [("PRIYA SHARMA", "JOHN MILLER"), ("Female", "Male"), ("1995", "1965"), ("2013 - 2017", "1983 - 1987")],
)
def test_who_somebody_is_moves_no_match(old: str, new: str):
    changed = replace(CANDIDATE, resume_text=CANDIDATE.resume_text.replace(old, new))

    assert BuiltinLLM().match(JOB, changed).value.score == BuiltinLLM().match(JOB, CANDIDATE).value.score


def names_of_schema(schema: object) -> set[str]:
    if isinstance(schema, dict):
        own = set(schema.get("properties", {}))
        return own.union(*(names_of_schema(value) for value in schema.values()), set())
    if isinstance(schema, list):
        return set().union(*(names_of_schema(value) for value in schema), set())
    return set()


def forbidden(names: set[str]) -> set[str]:
    return {name for name in names if name not in HARMLESS and any(map(PERSONAL.fullmatch, name.split("_")))}


@pytest.mark.parametrize("purpose", SCHEMAS)
def test_no_schema_has_a_field_for_emotion_accent_face_voice_or_appearance(purpose: str):
    schema: type[Strict] = SCHEMAS[purpose]

    assert forbidden(names_of_schema(schema.model_json_schema())) == set()
    assert schema.model_config["extra"] == "forbid"


@pytest.mark.parametrize(
    "kind",
    [
        port.CompetencyAssessment,
        port.CompetencyBrief,
        port.MatchResult,
        port.CandidateBrief,
        port.ReportText,
        port.Turn,
    ],
)
def test_nor_have_the_ports_own_values(kind: type):
    assert forbidden({field.name for field in fields(kind)}) == set()


def test_the_test_itself_would_see_such_a_field():
    assert forbidden({"voice", "eye_contact", "emotion", "language", "level"}) == {
        "voice",
        "eye_contact",
        "emotion",
    }


def test_every_prompt_forbids_what_nobody_may_be_scored_for():
    common = (Path(port.__file__).parent / "prompts" / "common.v1.txt").read_text(encoding="utf-8").lower()

    for word in ("name", "gender", "age", "origin", "religion", "appearance", "voice", "accent", "emotion"):
        assert "never infer or mention" in common
        assert word in common


@pytest.mark.parametrize(
    "path", sorted((Path(port.__file__).parent / "prompts").glob("*.txt")), ids=lambda path: path.name
)
def test_no_prompt_asks_for_how_somebody_looks_sounds_or_feels(path: Path):
    asked = re.compile(
        r"\b(?:rate|score|assess|judge|describe|detect|estimate|note)\b[^.\n]{0,60}\b(?:emotion|accent|voice|face|appearance|mood|confidence of the candidate|body language)",
        re.IGNORECASE,
    )

    assert asked.search(path.read_text(encoding="utf-8")) is None


def test_adding_a_correct_point_never_lowers_a_level():
    draw = random.Random(7)
    points = [
        f"{point[0].upper()}{point[1:]}, I always do that." for point in COMPETENCIES[0].expected_points
    ]
    for _ in range(30):
        said = draw.sample(
            [*points, "We talked for long.", "It was a Monday.", "I measured it first."], draw.randint(1, 5)
        )
        added = [*said]
        added.insert(draw.randint(0, len(said)), draw.choice(points))

        def level(sentences: list[str]) -> int:
            turn = replace(TURNS[0], answer="\n".join(sentences))
            return assess_offline(COMPETENCIES[:1], [turn], "en")[0].level or 0

        assert level(added) >= level(said)

"""How an entry of a profile is put into words, from its values alone: live profiles and old snapshots alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS_3
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from seekers.blocks import Block
from seekers.models import JobSeeker
from seekers.sections import SECTIONS, Section

#: What the number behind a grade is counted in.
_OUT_OF = {"percentage": "%", "cgpa_10": " / 10", "gpa_4": " / 4"}


@dataclass(frozen=True)
class Shown:
    """One entry in words."""

    main: str
    sub: str
    period: str
    text: str
    skills: tuple[str, ...]
    url: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ShownSection:
    """A section with its entries in words."""

    key: str
    title: str
    entries: tuple[Shown, ...]


@dataclass(frozen=True)
class ShownBlock:
    """A block in words: facts, a text or tags, whichever its kind is."""

    block: Block
    facts: tuple[tuple[str, str], ...] = ()
    text: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.facts or self.text or self.tags)


def block_of(seeker: JobSeeker, block: Block) -> ShownBlock:
    """A block of a profile in words."""
    if block.kind == "text":
        return ShownBlock(block, text=str(getattr(seeker, block.fields[0])))
    if block.kind == "tags":
        return ShownBlock(block, tags=tuple(map(str, getattr(seeker, block.fields[0]))))
    if block.key == "phone":
        proof = _("verified") if seeker.phone_verified_at else _("not verified yet")
        number = ((_("number"), f"{seeker.phone_country_code} {seeker.phone}"), (_("proof"), proof))
        return ShownBlock(block, facts=number if seeker.phone else ())
    told = ((name, _told(seeker, name)) for name in block.fields)
    return ShownBlock(
        block,
        facts=tuple((str(seeker._meta.get_field(name).verbose_name), text) for name, text in told if text),
    )


def _told(seeker: JobSeeker, name: str) -> str:
    value = getattr(seeker, name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if value in (None, ""):
        return ""
    said = getattr(seeker, f"get_{name}_display", None)
    return str(said() if said else getattr(value, "label", value))


def entry(section: Section, values: Mapping[str, object]) -> Shown:
    """An entry of a section in words."""
    return Shown(
        main=_joined(values, section.main, " · "),
        sub=_joined(values, section.sub, ", "),
        period=period(values),
        text=str(values.get(section.text) or "") if section.text else "",
        skills=tuple(map(str, values.get("skills") or [])),  # type: ignore[call-overload]
        url=_web_address(values.get("url")),
        facts=tuple(
            (section.label(name), text) for name in section.facts if (text := _fact(section, values, name))
        ),
    )


def sections(entries: Mapping[str, object]) -> tuple[ShownSection, ...]:
    """Every section that has entries, in the order of the profile. `entries`: values by the section's key."""
    found = []
    for section in SECTIONS.values():
        rows = entries.get(section.key)
        if isinstance(rows, list | tuple) and rows:
            shown = tuple(entry(section, row) for row in rows)
            found.append(ShownSection(section.key, str(section.title), shown))
    return tuple(found)


def period(values: Mapping[str, object]) -> str:
    """From when to when; a single year for a school."""
    if values.get("year"):
        return str(values["year"])
    if not values.get("start_year"):
        return ""
    start, end = _month(values, "start"), _month(values, "end")
    if values.get("is_current"):
        return f"{start} – {_('now')}"
    return start if not end or end == start else f"{start} – {end}"


def _month(values: Mapping[str, object], name: str) -> str:
    year, month = values.get(f"{name}_year"), values.get(f"{name}_month")
    if not year:
        return ""
    name = MONTHS_3.get(int(str(month)), "") if str(month or "").isdecimal() else ""
    return f"{name.capitalize()} {year}".strip()


def _web_address(value: object) -> str:
    """Only what a browser opens as a page becomes a link, also in a proposal that no form has seen yet."""
    text = str(value or "")
    return text if text.startswith(("http://", "https://")) else ""


def _joined(values: Mapping[str, object], names: tuple[str, ...], between: str) -> str:
    return between.join(str(values[name]) for name in names if values.get(name))


def _fact(section: Section, values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    if value in (None, ""):
        return ""
    if name == "grade":
        return f"{value}{_OUT_OF.get(str(values.get('grading_system')), '')}"
    if name == "percentage":
        return f"{value}%"
    if name.endswith("_on"):
        try:
            return date_format(date.fromisoformat(str(value)), "j M Y")
        except ValueError:  # a proposal, which may hold anything
            return str(value)
    choices = dict(section.model._meta.get_field(name).flatchoices)
    return str(choices.get(value, value))

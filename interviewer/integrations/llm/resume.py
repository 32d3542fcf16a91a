"""Reads a profile out of a résumé's text with rules: contact, name, skills, education, years of experience."""

from __future__ import annotations

import re
from datetime import date

import phonenumbers

from interviewer.integrations.llm.injection import screen
from interviewer.integrations.llm.port import ResumeProfile
from interviewer.integrations.llm.skills import find_skills

#: A résumé is a few pages; the rest of a hostile file is not worth anybody's time.
MAX_CHARS = 40_000
#: Phone numbers stand at the head, or at the foot of a short page; looking for them is slow.
PHONE_CHARS, PHONE_TRIES = 8_000, 200
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LINKEDIN = re.compile(r"(?:https?://)?(?:\b[\w-]{1,20}\.)?linkedin\.com/(?:in|pub)/[\w%./-]+", re.IGNORECASE)
_URL = re.compile(
    r"https?://[^\s,;|<>()]+|(?<![@\w.])(?:www\.|github\.com/|gitlab\.com/|behance\.net/|dribbble\.com/)[^\s,;|<>()]+"
    r"|(?<![@\w.-])[\w-]{2,}\.(?:dev|me|io|tech|design|portfolio)(?:/[^\s,;|<>()]*)?(?![\w@.])",
    re.IGNORECASE,
)
HEADINGS: dict[str, str] = {
    "summary": r"(?:professional |career |executive )?(?:summary|profile|objective)|about(?: me)?|career objective",
    "experience": r"(?:work|professional|employment|relevant|industry)?\s*(?:experience|history)|employment|internships?"
    r"|work experience.*|career history",
    "education": r"education(?:al)?(?: background| qualifications?| details)?|academic.*|qualifications?|schooling",
    "skills": r"(?:technical |key |core |professional |soft )?(?:skills?|competenc(?:ies|es)|expertise|technologies)"
    r"(?: (?:summary|set|and tools|& tools|and competencies))?|tools and technologies|tech stack",
    "projects": r"(?:academic |personal |key )?projects?",
    "achievements": r"(?:achievements?|awards?|honou?rs?|accomplishments?|recognitions?)(?: (?:and|&) .*)?",
    "certifications": r"certifications?(?: (?:and|&) .*)?|licen[cs]es?.*|courses|training",
    "contact": r"contact(?: information| details)?|personal (?:details|information)",
    "other": r"languages|hobbies|interests|references|publications|volunteer(?:ing)?(?: experience)?|declaration"
    r"|extra-?curricular.*|activities|strengths",
}
_HEADING = {
    key: re.compile(rf"^\s*(?:{pattern})\s*:?\s*$", re.IGNORECASE) for key, pattern in HEADINGS.items()
}
_DEGREE = re.compile(
    r"\b(?:b\.?\s?tech|m\.?\s?tech|b\.?\s?sc|m\.?\s?sc|b\.\s?e|m\.\s?e|b\.\s?a|m\.\s?a|b\.?\s?com|m\.?\s?com|b\.?s\.?|m\.?s\.?|mba|mca|bca|bba"
    r"|ph\.?\s?d|doctorate|bachelor\w*|master(?:'?s| of)|diploma|associate degree|hsc|ssc|higher secondary|10th|12th|class x(?:ii)?|licentiate)"
    r"(?![\w])",
    re.IGNORECASE,
)
_STATED_YEARS = re.compile(
    r"(?<![\d.])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs?)\.?(?:\s+(?:and\s+)?(\d{1,2})\s*months?)?"
    r"(?:\s+of)?(?:\s+[\w-]+){0,4}?\s+(?:experience|exp\b)"
    r"|\bexperience\s*(?:of|:|-)?\s*(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs?)",
    re.IGNORECASE,
)
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?"
_RANGE = re.compile(
    rf"(?:{_MONTH}\s*|(\d{{1,2}})/)?((?:19|20)\d\d)\s*(?:-|–|—|to|until)\s*"
    rf"(?:(?:{_MONTH}\s*|(\d{{1,2}})/)?((?:19|20)\d\d)|(present|current|now|today|till date|ongoing|date))",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CITY_LABEL = re.compile(
    r"^[ \t]*(?:city|location|address|based in|lives in)\s*[:\-–]?\s+(.+)$", re.IGNORECASE | re.MULTILINE
)
_PLACE = re.compile(
    r"(?:^|[|•·,–—]\s*|\s{2,}|\b\d{4,6} )([A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,2}),\s*(?:[A-Z][A-Za-z.' ]+)(?=$|\s*[|•·,]|\s{2,})"
)
_COUNTRIES = frozenset(
    {"india", "usa", "us", "uk", "united kingdom", "united states", "germany", "spain", "canada"}
)
_NOT_A_NAME = re.compile(
    r"\d|@|https?:|resume|résumé|curriculum|vitae|\bcv\b|profile|address|phone|e-?mail|engineer|developer|manager|analyst"
    r"|designer|consultant|student|intern\b|executive|specialist|architect|scientist|administrator|assistant|university|street|page",
    re.IGNORECASE,
)


def parse(text: str, *, today: date, region: str = "IN") -> ResumeProfile:
    """Read what the rules can find; empty fields are left for the candidate to fill in.

    `region` is the ISO country for phone numbers that are written without a country code.
    """
    clean = re.sub(r"[ \t]{4,}", "   ", screen(text[:MAX_CHARS]).cleaned)
    parts = sections(clean)
    first, last = guess_name(clean)
    linkedin = _LINKEDIN.search(clean)
    email = _EMAIL.search(clean)
    return ResumeProfile(
        first_name=first,
        last_name=last,
        email=email.group().strip(".").lower() if email else "",
        phone=_phone(clean, region),
        city=_city(clean),
        years_of_experience=years_of_experience(clean, today=today),
        education=_education(parts.get("education", ""), clean),
        skills=find_skills(_skill_text(parts, clean)),
        linkedin_url=_with_scheme(linkedin.group().rstrip("/.")) if linkedin else "",
        portfolio_url=_portfolio(clean),
        headline=_headline(clean, first, last, parts),
    )


def sections(text: str) -> dict[str, str]:
    """Cut a résumé at its headings; what stands before the first heading is 'top'."""
    found: dict[str, list[str]] = {"top": []}
    current = "top"
    for line in text.splitlines():
        bare = line.strip(" \t•*#_=-–—|:")
        key = (
            next((key for key, pattern in _HEADING.items() if pattern.match(bare)), None)
            if len(bare) < 50
            else None
        )
        if key:
            current = key
            found.setdefault(current, [])
        else:
            found[current].append(line)
    return {key: "\n".join(lines).strip() for key, lines in found.items()}


def _skill_text(parts: dict[str, str], text: str) -> str:
    # Hobbies ("travelling in Go(a)") and references are not where skills are claimed.
    return "\n".join(part for key, part in parts.items() if key not in ("other", "contact")) or text


def guess_name(text: str) -> tuple[str, str]:
    """Return (first name, last name) from the head of a résumé, or two empty strings."""
    labelled = re.search(r"^[ \t]*(?:full )?name[ \t]*[:\-–]\s*(.+)$", text, re.IGNORECASE | re.MULTILINE)
    lines = [line.strip() for line in text.splitlines() if line.strip()][:8]
    candidates = [labelled.group(1)] if labelled else []
    candidates += [re.split(r"\s*[|,•·–]\s*|\s{3,}", line)[0] for line in lines]
    for line in candidates:
        tidy = re.sub(r"^(?:mr|mrs|ms|dr|miss)\.?\s+", "", line.strip(), flags=re.IGNORECASE).strip(" .")
        words = tidy.split()
        is_heading = any(pattern.match(tidy) for pattern in _HEADING.values())
        if not 1 < len(words) <= 5 or _NOT_A_NAME.search(tidy) or is_heading or find_skills(tidy):
            continue
        if all(
            word[0].isalpha() and (not word[0].islower() or word in ("de", "van", "der", "bin", "al"))
            for word in words
        ):
            named = [_titled(word) if word.isupper() and len(word) > 2 else word for word in words]
            return named[0], " ".join(named[1:])
    return "", ""


def _titled(word: str) -> str:
    """Write O'BRIEN-SMITH as O'Brien-Smith."""
    return "".join(part.capitalize() for part in re.split(r"(['’-])", word))


def _phone(text: str, region: str) -> str:
    for match in phonenumbers.PhoneNumberMatcher(text[:PHONE_CHARS], region, max_tries=PHONE_TRIES):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def _city(text: str) -> str:
    labelled = _CITY_LABEL.search(text)
    if labelled:
        bare = re.sub(r"[-–]?\s*\b\d{4,7}\b", "", labelled.group(1))
        pieces = [piece.strip(" .-–") for piece in re.split(r"[,|•·]", bare)]
        plain = [
            piece
            for piece in pieces
            if piece and not re.search(r"\d", piece) and piece.lower() not in _COUNTRIES
        ]
        if plain:
            # "12 MG Road, Indiranagar, Bengaluru, Karnataka": the place before the state; a short one is the city.
            return plain[0] if len(plain) <= 2 else plain[-2]
    for line in text.splitlines()[:8]:
        match = _PLACE.search(line.strip())
        if match and not _NOT_A_NAME.search(match.group(1)) and not find_skills(line):
            return match.group(1)
    return ""


def _education(section: str, text: str) -> tuple[str, ...]:
    source = section or text
    lines = [re.sub(r"\s+", " ", line).strip(" •*-–|\t") for line in source.splitlines()]
    found = [line for line in lines if _DEGREE.search(line) and len(line) <= 200]
    if not found and section:
        found = [line for line in lines if len(line.split()) >= 3][:4]
    return tuple(dict.fromkeys(found))[:6]


def years_of_experience(text: str, *, today: date) -> float | None:
    """Return the years that the text states, or else those its employment dates add up to, overlaps once."""
    stated = [
        float(match.group(1) or match.group(3)) + int(match.group(2) or 0) / 12
        for match in _STATED_YEARS.finditer(text)
    ]
    if stated:
        return round(min(max(stated), 60.0), 1)
    months: set[int] = set()
    for match in _RANGE.finditer(sections(text).get("experience", "")):
        start = _month(match.group(3), match.group(1), match.group(2), 1)
        if match.group(7):
            end = today.year * 12 + today.month - 1
        else:
            end = _month(match.group(6), match.group(4), match.group(5), 12 if match.group(1) is None else 1)
        months.update(range(start, min(end + 1, today.year * 12 + today.month, start + 12 * 50)))
    return round(len(months) / 12, 1) if months else None


def _month(year: str, name: str | None, number: str | None, default: int) -> int:
    month = (
        _MONTHS.index(name[:3].lower()) + 1 if name else min(max(int(number), 1), 12) if number else default
    )
    return int(year) * 12 + month - 1


def _portfolio(text: str) -> str:
    for match in _URL.finditer(_EMAIL.sub(" ", text)):
        url = match.group().rstrip("/.")
        if "linkedin.com" not in url.lower():
            return _with_scheme(url)
    return ""


def _with_scheme(url: str) -> str:
    return url if url.lower().startswith("http") else f"https://{url}"


def _headline(text: str, first: str, last: str, parts: dict[str, str]) -> str:
    for line in (raw.strip() for raw in parts.get("top", text).splitlines()[:8]):
        if not line or (first and first.lower() in line.lower() and len(line.split()) <= 5):
            continue
        if _EMAIL.search(line) or re.search(r"\d{5,}", line) or _URL.search(line) or _LINKEDIN.search(line):
            continue
        if (
            2 <= len(line.split()) <= 14
            and not _PLACE.search(line)
            and not re.match(r"(?i)curriculum|resume", line)
        ):
            return line
    return ""

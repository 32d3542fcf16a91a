"""How the name of a place is compared: without capitals, accents and punctuation, and under the names people still use."""

from __future__ import annotations

import re
import unicodedata

#: Letters that are no base letter with an accent, and so survive decomposition.
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
#: Names in daily use beside the official one, folded. A place that has such a name itself is found as well.
ALSO_CALLED = {
    "allahabad": "prayagraj",
    "bangalore": "bengaluru",
    "baroda": "vadodara",
    "bombay": "mumbai",
    "calcutta": "kolkata",
    "calicut": "kozhikode",
    "cochin": "kochi",
    "gurgaon": "gurugram",
    "madras": "chennai",
    "mangalore": "mangaluru",
    "mysore": "mysuru",
    "hubli": "hubballi",
    "belgaum": "belagavi",
    "pondicherry": "puducherry",
    "poona": "pune",
    "trivandrum": "thiruvananthapuram",
    "vizag": "visakhapatnam",
}
#: Codes in daily use beside ISO 3166's.
ALSO_CODED = {"uk": "GB", "uae": "AE"}
#: Marks inside of words that people leave out: L'Aquila, Hawaiʻi.
APOSTROPHES = str.maketrans("", "", "'’‘ʻʼ`´")
WORDS = re.compile(r"[^\W_]+")
SHORTEST_PREFIX = 4


def fold(text: str) -> str:
    """`text` for comparing: "São João-del-Rei" and "sao joao del rei" become the same."""
    plain = text.casefold().translate(APOSTROPHES)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(LETTERS))
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(WORDS.findall(plain))


def also_called(folded: str) -> list[str]:
    """The official names, folded, of the places of which the text may begin another name."""
    if len(folded) < SHORTEST_PREFIX:
        return []
    return [official for other, official in ALSO_CALLED.items() if other.startswith(folded)]

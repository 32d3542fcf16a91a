"""Text as the words by which it is found: the same for a posting and for a query, and on every database.

A database's own word breaker would make nothing of C++, C# or .NET and tear Hindi vowel signs off, so that words are
made here and both databases only keep and compare them.
"""

from __future__ import annotations

import re
import unicodedata

#: Skills whose signs are part of the name, longest first; the word they become. None may begin within a word.
_SIGNS = {
    "asp.net": "aspnet dotnet",
    "ado.net": "adonet dotnet",
    "vb.net": "vbnet dotnet",
    "node.js": "nodejs",
    "next.js": "nextjs",
    "vue.js": "vuejs",
    "react.js": "react",
    "angular.js": "angular",
    "express.js": "expressjs",
    "node js": "nodejs",
    "next js": "nextjs",
    "vue js": "vuejs",
    "react js": "react",
    "three.js": "threejs",
    "d3.js": "d3js",
    "dot net": "dotnet",
    "front end": "frontend",
    "front-end": "frontend",
    "back end": "backend",
    "back-end": "backend",
    "full stack": "fullstack",
    "full-stack": "fullstack",
    "human resources": "hr",
    "human resource": "hr",
    "ci/cd": "cicd",
    "pl/sql": "plsql",
    "tcp/ip": "tcpip",
    "ui/ux": "ui ux",
    "objective-c": "objectivec",
    "c++": "cplusplus",
    "c#": "csharp",
    "f#": "fsharp",
    ".net": "dotnet",
}
#: What is called by several names: each becomes the last.
_SAME = {
    "cpp": "cplusplus",
    "node": "nodejs",
    "reactjs": "react",
    "vue": "vuejs",
    "angularjs": "angular",
    "golang": "go",
    "js": "javascript",
    "ts": "typescript",
    "postgres": "postgresql",
    "psql": "postgresql",
    "k8s": "kubernetes",
    "sklearn": "scikit",
    "sr": "senior",
    "jr": "junior",
    "bangalore": "bengaluru",
    "mysore": "mysuru",
    "bombay": "mumbai",
    "madras": "chennai",
    "calcutta": "kolkata",
    "gurgaon": "gurugram",
    "trivandrum": "thiruvananthapuram",
    "cochin": "kochi",
    "poona": "pune",
    "pondicherry": "puducherry",
    "baroda": "vadodara",
}
#: Words that say nothing about a job; a query of nothing else is searched for as it is.
_IDLE = frozenset("a an and at by for from in into of on or the to with".split())
_SIGN_PATTERN = re.compile(
    r"(?<![\w.])("
    + "|".join(re.escape(name) for name in sorted(_SIGNS, key=len, reverse=True))
    + r")(?![\w+#])"
)
#: What one text may hold: a title has 150 characters; a query that is longer was pasted by mistake.
MOST_WORDS = 60
LONGEST_WORD = 40


def _is_part_of_a_word(sign: str) -> bool:
    """Letters, digits, and the marks that letters of many scripts carry (vowel signs, accents)."""
    return unicodedata.category(sign)[0] in "LNM"


def plain(text: str) -> str:
    """Lower case, one form of each letter, Latin letters without accents."""
    text = "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Cf"
    ).casefold()
    kept = [
        sign
        for index, sign in enumerate(text)
        if not (unicodedata.combining(sign) and _after_latin(text, index))
    ]
    return unicodedata.normalize("NFC", "".join(kept))


def _after_latin(text: str, index: int) -> bool:
    while index and unicodedata.combining(text[index]):
        index -= 1
    return text[index].isascii()


def singular(word: str) -> str:
    """An English plural without its ending; both sides are treated alike, so that it need not be a real word."""
    if not word.isascii() or len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]


def words(text: str) -> list[str]:
    """The words of a text in their order."""
    text = _SIGN_PATTERN.sub(lambda found: f" {_SIGNS[found[1]]} ", plain(text))
    parts = "".join(sign if _is_part_of_a_word(sign) else " " for sign in text).split()
    named = [_SAME.get(part, part) for part in parts]
    return [singular(word)[:LONGEST_WORD] for word in named[:MOST_WORDS]]


def searched(text: str) -> list[str]:
    """The words of a query, each once, without those that say nothing."""
    found = list(dict.fromkeys(words(text)))
    return [word for word in found if word not in _IDLE] or found


def key(text: str) -> str:
    """A text as one token: what a place is compared and addressed by."""
    return "_".join(words(text))

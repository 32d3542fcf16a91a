"""What each database keeps beside the postings: SQLite its table of FTS5, both the words that occur."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db import DatabaseError, connection, transaction

from companies.models.postings import JobPosting, SearchWord
from companies.posting_text import facet_tokens
from companies.search.fields import FTS_TABLE, TRIGRAM_TABLE
from companies.search.spelling import meant

#: How many near words the database proposes; distance in letters decides between them.
PROPOSED = 60


def keep(postings: Sequence[JobPosting]) -> None:
    """Bring what stands beside these stored postings up to date."""
    if connection.vendor == "sqlite":
        forget([row.pk for row in postings])
        _write_words(postings)
    learn(
        word
        for row in postings
        for text in (row.title_words, row.skill_words, row.company_words, row.place_words)
        for word in text.split()
    )


def forget(keys: Sequence[int]) -> None:
    """Take out what stands beside postings that are gone."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {FTS_TABLE} WHERE rowid = %s", [(one,) for one in keys])  # noqa: S608


def forget_strays() -> None:
    """Take out what stands beside postings that went with their job or company."""
    if connection.vendor != "sqlite":
        return
    gone = f"rowid NOT IN (SELECT id FROM {JobPosting._meta.db_table})"  # noqa: S608  (constants)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {FTS_TABLE} WHERE {gone}")  # noqa: S608  (constants)


def _write_words(postings: Sequence[JobPosting]) -> None:
    values = [
        (
            row.pk,
            row.title_words,
            row.skill_words,
            row.company_words,
            row.place_words,
            " ".join(facet_tokens(row)),
        )
        for row in postings
    ]
    columns = "rowid, title, skills, company, place, facets"
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {FTS_TABLE} ({columns}) VALUES (%s, %s, %s, %s, %s, %s)",  # noqa: S608
            values,
        )


def learn(words: Iterable[str]) -> None:
    """Keep words that are new, so that slips of them can be understood."""
    wanted = sorted(set(words))
    known = set(SearchWord.objects.filter(word__in=wanted).values_list("word", flat=True))
    new = [word for word in wanted if word not in known]
    if not new:
        return
    SearchWord.objects.bulk_create([SearchWord(word=word) for word in new], ignore_conflicts=True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TRIGRAM_TABLE} (word) VALUES (%s)",  # noqa: S608
                [(_framed(word),) for word in new],
            )


def similar(word: str) -> list[str]:
    """Known words that a query's word may mean, the nearest first."""
    return meant(word, _proposals(word))


def _proposals(word: str) -> list[str]:
    if connection.vendor == "sqlite":
        return _by_trigrams_of_sqlite(word)
    if has_trigrams():
        return _by_trigrams_of_postgresql(word)
    # Without the extension slips in the first letters are not forgiven.
    return list(SearchWord.objects.filter(word__startswith=word[:2]).values_list("word", flat=True)[:5000])


def _framed(word: str) -> str:
    """With its ends marked, so that its first and last letters make trigrams of their own."""
    return f"  {word} "


def _by_trigrams_of_sqlite(word: str) -> list[str]:
    framed = _framed(word)
    parts = {framed[start : start + 3] for start in range(len(framed) - 2)}
    query = " OR ".join(f'"{part}"' for part in sorted(parts))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT word FROM {TRIGRAM_TABLE} WHERE {TRIGRAM_TABLE} MATCH %s ORDER BY rank LIMIT %s",  # noqa: S608
            [query, PROPOSED],
        )
        return [found.strip() for (found,) in cursor.fetchall()]


def _by_trigrams_of_postgresql(word: str) -> list[str]:
    table = SearchWord._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT word FROM {table} ORDER BY word <-> %s LIMIT %s",  # noqa: S608
            [word, PROPOSED],
        )
        found = [row[0] for row in cursor.fetchall()]
    begun = SearchWord.objects.filter(word__startswith=word).order_by("word").values_list("word", flat=True)
    return [*found, *begun[:PROPOSED]]


@lru_cache(maxsize=8)
def _has_trigrams(database: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None


def has_trigrams() -> bool:
    """Whether the database can compare words by their trigrams."""
    if connection.vendor == "sqlite":
        return True
    return _has_trigrams(str(connection.settings_dict["NAME"]))


def make_trigrams() -> bool:
    """Make the extension and its index where they are missing and may be made; whether they are there now."""
    if connection.vendor == "sqlite":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            table = SearchWord._meta.db_table
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS search_word_trigrams ON {table} USING gist (word gist_trgm_ops)"
            )
    except DatabaseError:
        return False
    _has_trigrams.cache_clear()
    return True

"""The column that jobs are found by: a tsvector on PostgreSQL; on SQLite its text, beside a table of FTS5."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.lookups import Lookup

from companies.search.wanted import Wanted, for_postgresql, for_sqlite

#: The table of FTS5 that stands beside the postings on SQLite.
FTS_TABLE = "companies_posting_words"
#: The table of FTS5 by which SQLite finds words with like trigrams.
TRIGRAM_TABLE = "companies_word_trigrams"


class WordsField(models.TextField):
    """Words with their weights, in the text form of a tsvector. Asked by `search__matches=Wanted(…)`."""

    def db_type(self, connection: Any) -> str:
        """What the column is."""
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value: object, compiler: object, connection: Any) -> str:
        """A text becomes a tsvector as it is stored."""
        return "%s::tsvector" if connection.vendor == "postgresql" else "%s"


@WordsField.register_lookup
class Matches(Lookup):
    """Whether a posting meets what is wanted, by the database's index of words."""

    lookup_name = "matches"
    prepare_rhs = False
    rhs: Wanted

    def get_db_prep_lookup(self, value: Wanted, connection: Any) -> tuple[str, list[str]]:
        """The query's text in the database's own language."""
        write = for_postgresql if connection.vendor == "postgresql" else for_sqlite
        return "%s", [write(value)]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[object]]:
        """On PostgreSQL by the GIN index."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*parameters, for_postgresql(self.rhs)]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[object]]:
        """On SQLite by the table of FTS5, whose row numbers are the postings' keys."""
        column, parameters = self.process_lhs(compiler, connection)
        key = column.replace('"search"', '"id"')
        found = f"SELECT rowid FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s"  # noqa: S608  (a constant)
        return f"{key} IN ({found})", [*parameters, for_sqlite(self.rhs)]

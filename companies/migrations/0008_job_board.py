"""The job board: its rows, their words, and what each database finds them by."""

from __future__ import annotations

import companies.search.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import DatabaseError, migrations, models, transaction

FTS = [
    """CREATE VIRTUAL TABLE companies_posting_words USING fts5(
        title, skills, company, place, facets,
        tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '=_-'"
    )""",
    "CREATE VIRTUAL TABLE companies_word_trigrams USING fts5(word, tokenize = 'trigram')",
]
GIN = "CREATE INDEX posting_words ON companies_jobposting USING gin (search)"
GIST = "CREATE INDEX search_word_trigrams ON companies_searchword USING gist (word gist_trgm_ops)"


def make_indexes(apps, schema_editor):
    """FTS5 on SQLite. On PostgreSQL a GIN index, and trigrams where the extension is there and may be made."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in FTS:
            schema_editor.execute(statement)
        return
    schema_editor.execute(GIN)
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            schema_editor.execute(GIST)
    except DatabaseError:
        # Without it the board works, and forgives fewer slips: `reindexjobs` says so and makes the index later.
        return


def drop_indexes(apps, schema_editor):
    """The extension stays: others may use it by now."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE companies_posting_words")
        schema_editor.execute("DROP TABLE companies_word_trigrams")
        return
    schema_editor.execute("DROP INDEX IF EXISTS posting_words")
    schema_editor.execute("DROP INDEX IF EXISTS search_word_trigrams")


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0007_blind_review"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=40, unique=True)),
            ],
            options={
                "verbose_name": "word of the job board",
                "verbose_name_plural": "words of the job board",
            },
        ),
        migrations.CreateModel(
            name="JobPosting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(editable=False, unique=True, verbose_name="id of the job")),
                ("company_name", models.CharField(max_length=150, verbose_name="company")),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="place")),
                ("place_key", models.CharField(blank=True, max_length=150)),
                (
                    "work_mode",
                    models.CharField(
                        choices=[("on_site", "on site"), ("hybrid", "hybrid"), ("remote", "remote")],
                        max_length=10,
                        verbose_name="work mode",
                    ),
                ),
                (
                    "employment_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full_time", "full time"),
                            ("part_time", "part time"),
                            ("contract", "contract"),
                            ("internship", "internship"),
                        ],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("skills", models.JSONField(default=list, verbose_name="skills")),
                ("min_experience_years", models.PositiveSmallIntegerField(null=True)),
                ("max_experience_years", models.PositiveSmallIntegerField(null=True)),
                ("experience_bands", models.CharField(blank=True, max_length=60)),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                ("min_salary", models.PositiveBigIntegerField(null=True, verbose_name="yearly salary from")),
                ("max_salary", models.PositiveBigIntegerField(null=True, verbose_name="yearly salary to")),
                ("pay_bands", models.CharField(blank=True, max_length=150)),
                ("pay_order", models.BigIntegerField(default=-1)),
                ("featured", models.BooleanField(default=False, verbose_name="featured")),
                ("posted_at", models.DateTimeField(verbose_name="posted at")),
                (
                    "listed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="on the board since"
                    ),
                ),
                (
                    "indexed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="brought up to date at"
                    ),
                ),
                ("title_words", models.TextField()),
                ("skill_words", models.TextField(blank=True)),
                ("company_words", models.TextField(blank=True)),
                ("place_words", models.TextField(blank=True)),
                ("search", companies.search.fields.WordsField()),
                (
                    "ai_job",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="posting",
                        to="companies.aiinterviewedjob",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="companies.company",
                    ),
                ),
                (
                    "job",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="posting",
                        to="companies.job",
                    ),
                ),
            ],
            options={
                "verbose_name": "job on the board",
                "verbose_name_plural": "jobs on the board",
                "ordering": ["-posted_at", "-id"],
                "indexes": [
                    models.Index(fields=["-posted_at", "-id"], name="posting_newest"),
                    models.Index(fields=["-featured", "-posted_at", "-id"], name="posting_featured"),
                    models.Index(fields=["-pay_order", "-posted_at", "-id"], name="posting_pay"),
                    models.Index(fields=["-listed_at"], name="posting_listed"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ai_job__isnull", False), ("job", None)),
                            models.Q(("ai_job", None), ("job__isnull", False)),
                            _connector="OR",
                        ),
                        name="posting_of_one_job",
                    )
                ],
            },
        ),
        migrations.RunPython(make_indexes, drop_indexes),
    ]

"""What every judge over HTTP shares: asking it, its health, and our own checkers and verdicts on what it says."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from assessments.judge.box import Outcome
from assessments.judge.checkers import checker
from assessments.judge.languages import BY_SLUG, Language, UnknownLanguage
from assessments.judge.source import check_source
from assessments.judge.verdicts import Allowed, judge_case
from interviewer.integrations.failures import IntegrationError, Misconfigured, Rejected, Unavailable
from interviewer.integrations.judge.port import (
    Case,
    CaseResult,
    CompileResult,
    JudgeHealth,
    JudgeRequest,
    JudgeResult,
    LanguageInfo,
    Limits,
    Verdict,
)

ANSWER_BYTES = 128 * 1024 * 1024


@dataclass(frozen=True)
class Service:
    """Where a judge listens. `token` is sent in the header that its kind names."""

    url: str
    token: str = ""
    header: str = "Authorization"

    def ask(self, path: str, body: object = None, method: str = "", seconds: float = 30) -> Any:
        """The JSON that it answers; raises Unavailable, Rejected or Misconfigured."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.token:
            headers[self.header] = self.token
        data = None if body is None else json.dumps(body).encode()
        kind = method or ("GET" if data is None else "POST")
        try:
            # The address is the administrator's own setting; checked to be http below.
            asked = urllib.request.Request(f"{self.url}{path}", data, headers, method=kind)  # noqa: S310
            with urllib.request.urlopen(asked, timeout=seconds) as answer:  # noqa: S310
                text = answer.read(ANSWER_BYTES)
            return json.loads(text) if text.strip() else None
        except urllib.error.HTTPError as problem:
            raise self._failure(problem.code) from problem
        except (OSError, HTTPException, ValueError) as problem:
            raise Unavailable(f"The judge at {self.url} does not answer: {problem}") from problem

    def _failure(self, status: int) -> IntegrationError:
        if status in {401, 403}:
            return Misconfigured(f"The judge at {self.url} refuses us (HTTP {status}): set JUDGE_TOKEN.")
        if status == 429 or status >= 500:
            return Unavailable(f"The judge at {self.url} cannot answer now (HTTP {status}).")
        return Rejected(f"The judge at {self.url} does not take this (HTTP {status}).")


@dataclass(frozen=True)
class Built:
    """A program ready to be run by `run`, or why not."""

    compile: CompileResult
    run: Callable[[Case], Outcome] | None = None
    forget: Callable[[], object] = lambda: None


def ms(duration: timedelta) -> float:
    """Milliseconds."""
    return duration / timedelta(milliseconds=1)


class RemoteJudge:
    """A subclass names its languages, its version, and builds programs; limits, checkers and verdicts are here."""

    engine = ""
    header = "Authorization"

    def __init__(self, url: str = "", token: str = "") -> None:
        if not url:
            from django.conf import settings

            url, token = settings.JUDGE_URL, settings.JUDGE_TOKEN
        if not url.startswith(("http://", "https://")):
            raise Misconfigured("Set JUDGE_URL to the judge's address, such as http://judge:5050.")
        self.service = Service(url.rstrip("/"), token, self.header)

    def known(self) -> dict[str, str]:
        """Our name of each language that the service has to its version; raises an IntegrationError."""
        raise NotImplementedError

    def build(self, language: Language, source: str, limits: Limits) -> Built:
        """Hand the program over, compiled where the service keeps what it has compiled."""
        raise NotImplementedError

    def languages(self) -> tuple[LanguageInfo, ...]:
        """Ours, available where the service has them."""
        try:
            known, reason = self.known(), "The judge does not have this language."
        except IntegrationError as problem:
            known, reason = {}, str(problem)
        return tuple(
            LanguageInfo(
                *(one.slug, one.name, known.get(one.slug, ""), one.slug in known),
                *("" if one.slug in known else reason, one.template, one.syntax),
            )
            for one in BY_SLUG.values()
        )

    def health(self) -> JudgeHealth:
        """Whether it answers. How strong its walls are is for whoever runs it to know."""
        try:
            known = self.known()
        except IntegrationError as problem:
            return JudgeHealth(
                False, str(problem), "Check JUDGE_URL, JUDGE_TOKEN, and that the service runs."
            )
        return JudgeHealth(bool(known), detail={"engine": self.engine, "languages": ", ".join(sorted(known))})

    def judge(
        self, request: JudgeRequest, on_case: Callable[[CaseResult], None] | None = None
    ) -> JudgeResult:
        """Judge case after case; raises ValueError for what is not taken, and an IntegrationError."""
        source, check = check_source(request.source), checker(request.checker)
        known = self.known()
        if request.language not in known:
            names = ", ".join(sorted(known))
            raise UnknownLanguage(f"The judge has no language {request.language!r}: {names}.")
        language = BY_SLUG[request.language]
        built = self.build(language, source, request.limits)
        if built.run is None:
            return JudgeResult(Verdict.CE, built.compile, (), self.engine, known[language.slug])
        limits = request.limits
        allowed = Allowed(ms(limits.cpu), ms(limits.wall), limits.memory_mib * 1024, limits.output_kib)
        results = []
        try:
            for case in request.cases:
                results.append(judge_case(case, built.run(case), allowed, language, check))
                if on_case is not None:
                    on_case(results[-1])
        finally:
            built.forget()
        verdict = Verdict.worst(tuple(result.verdict for result in results))
        return JudgeResult(verdict, built.compile, tuple(results), self.engine, known[language.slug])

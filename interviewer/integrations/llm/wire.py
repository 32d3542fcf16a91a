"""One call of a chat completion: time-outs, bounded retries, the schema checked again, failures in our words."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import openai
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from interviewer.integrations.failures import Misconfigured, Rejected, Unavailable
from interviewer.integrations.llm.port import Usage
from interviewer.integrations.llm.schemas import SCHEMAS, Strict, response_format

PROMPTS = Path(__file__).parent / "prompts"
PROMPT_VERSION = "v1"
ENGINE_VERSION = "1.0"
#: What is asked of the model's chance; the seed goes up by one for each repetition.
SAMPLING: dict[str, float | int] = {"temperature": 0, "seed": 7}
#: The SDK's own retries of connection errors, time-outs, 429 and 5xx.
MAX_RETRIES = 2
#: Nonsense is asked about once more, then refused.
ATTEMPTS = 2

S = TypeVar("S", bound=Strict)


@dataclass(frozen=True)
class OpenAIConfig:
    """How to reach OpenAI or a compatible server; prices are micro-dollars per million tokens, 0 if unknown."""

    api_key: str
    model: str
    base_url: str = ""
    timeout_seconds: float = 30.0
    max_retries: int = MAX_RETRIES
    price_in_micros: int = 0
    price_out_micros: int = 0


@lru_cache(maxsize=32)
def prompt(purpose: str) -> str:
    """Return the system prompt of a purpose: the common rules and its own."""
    parts = [
        (PROMPTS / f"{name}.{PROMPT_VERSION}.txt").read_text(encoding="utf-8") for name in ("common", purpose)
    ]
    return "\n".join(parts)


def as_data(payload: dict[str, Any]) -> str:
    """Return a payload as JSON inside a <data> element which nothing within it can close."""
    text = json.dumps(payload, ensure_ascii=False, indent=1, sort_keys=True)
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e")
    return f"<data>\n{escaped}\n</data>"


@dataclass(frozen=True)
class _Reply:
    content: str = ""
    model: str = ""
    refused: bool = False
    tokens_in: int = 0
    tokens_out: int = 0


def _read(completion: object) -> _Reply:
    """Read a completion defensively: compatible servers leave out what they please."""
    if not isinstance(completion, ChatCompletion):
        return _Reply()
    message = completion.choices[0].message if completion.choices else None
    usage = completion.usage
    return _Reply(
        content=(message.content if message else "") or "",
        model=completion.model or "",
        refused=bool(message is not None and getattr(message, "refusal", None)),
        tokens_in=(usage.prompt_tokens if usage else 0) or 0,
        tokens_out=(usage.completion_tokens if usage else 0) or 0,
    )


class Wire:
    """A client of one server with one model."""

    def __init__(self, config: OpenAIConfig) -> None:
        self._config = config
        self._sampling: dict[str, Any] = dict(SAMPLING)
        self._client = openai.OpenAI(
            # Local servers want no key, the SDK wants one.
            api_key=config.api_key or "none",
            base_url=config.base_url or None,
            timeout=config.timeout_seconds,
            max_retries=config.max_retries,
        )

    def ask(
        self, purpose: str, payload: dict[str, Any], schema: type[S], *, patient: bool = True, run: int = 0
    ) -> tuple[S, Usage]:
        """Ask for an answer in the schema of a purpose.

        With `patient` off nothing is retried, because a person waits for the next question. Raises Rejected on
        nonsense twice or a refusal, Unavailable and Misconfigured as the port says.
        """
        assert SCHEMAS[purpose] is schema
        began = time.perf_counter()
        tokens_in = tokens_out = 0
        problem = ""
        for _attempt in range(ATTEMPTS):
            reply = _read(self._complete(purpose, payload, patient=patient, run=run))
            tokens_in += reply.tokens_in
            tokens_out += reply.tokens_out
            if reply.refused:
                raise Rejected(f"The model refused to answer ({purpose}).")
            try:
                value = schema.model_validate_json(reply.content)
            except ValidationError as error:
                problem = f"{error.error_count()} errors, first: {error.errors()[0]['type']}"
                continue
            return value, self._usage(reply.model, tokens_in, tokens_out, began, self._parameters(run))
        refusal = Rejected(
            f"The model answered {ATTEMPTS} times outside of the schema ({purpose}: {problem})."
        )
        refusal.usage = self._usage("", tokens_in, tokens_out, began, self._parameters(run))
        raise refusal

    def _parameters(self, run: int) -> dict[str, Any]:
        return {name: value + run if name == "seed" else value for name, value in self._sampling.items()}

    def _complete(self, purpose: str, payload: dict[str, Any], *, patient: bool, run: int) -> Any:
        client = self._client if patient else self._client.with_options(max_retries=0)
        messages = [
            {"role": "system", "content": prompt(purpose)},
            {"role": "user", "content": as_data({"purpose": purpose, **payload})},
        ]
        try:
            return client.chat.completions.create(
                model=self._config.model,
                messages=messages,  # type: ignore[arg-type]
                response_format=response_format(purpose),  # type: ignore[arg-type]
                **self._parameters(run),
            )
        except openai.BadRequestError as error:
            if not self._sampling or not any(name in str(error) for name in self._sampling):
                raise translated(error) from error
        except openai.OpenAIError as error:
            raise translated(error) from error
        except ValueError:  # the body is not JSON at all
            return None
        # Reasoning models take no temperature; remembered, so that it is asked once only.
        self._sampling = {}
        return self._complete(purpose, payload, patient=patient, run=run)

    def _usage(
        self, model: str, tokens_in: int, tokens_out: int, began: float, parameters: dict[str, Any]
    ) -> Usage:
        config = self._config
        cost = (tokens_in * config.price_in_micros + tokens_out * config.price_out_micros) // 1_000_000
        return Usage(
            engine="openai",
            engine_version=ENGINE_VERSION,
            model=model or config.model,
            prompt_version=PROMPT_VERSION,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            cost_micros=cost,
            latency_ms=round((time.perf_counter() - began) * 1000),
            parameters=parameters,
        )


def translated(error: openai.OpenAIError) -> Exception:
    """Return the failure in our words; the server's own words stay out of it, they may repeat a candidate's."""
    if isinstance(error, openai.APITimeoutError):
        return Unavailable("The AI server did not answer in time.")
    if isinstance(error, openai.APIConnectionError):
        return Unavailable("The AI server cannot be reached.")
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return Misconfigured("The AI server does not accept the key (OPENAI_API_KEY).")
    if isinstance(error, openai.NotFoundError):
        return Misconfigured(
            "The AI server does not know the model or the address (OPENAI_MODEL, OPENAI_BASE_URL)."
        )
    if isinstance(error, openai.RateLimitError):
        if error.code == "insufficient_quota":
            return Misconfigured("The quota of the AI account is used up.")
        return Unavailable("The AI server is too busy (429).")
    if isinstance(error, openai.APIStatusError):
        kind = Unavailable if error.status_code >= 500 or error.status_code in (408, 409) else Rejected
        return kind(f"The AI server answered {error.status_code}.")
    if isinstance(error, openai.APIResponseValidationError):
        return Rejected("The server's answer is not what its API promises.")
    return Rejected(f"The AI call failed: {type(error).__name__}.")

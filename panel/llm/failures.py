"""What providers and litellm raise, as our own errors; told apart by name, so that litellm needn't be imported."""

import datetime as dt
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from types import MappingProxyType

from panel.errors import CallError, OverBudget, RateLimited, Refused, Unreachable, Unreadable
from panel.llm.said import said
from panel.llm.scrubbing import scrub

KINDS: Mapping[str, type[CallError]] = MappingProxyType(
    {
        # the provider asks for a pause
        "RateLimitError": RateLimited,
        # no usable answer came
        "Timeout": Unreachable,
        "APIConnectionError": Unreachable,
        "APIError": Unreachable,
        "InternalServerError": Unreachable,
        "ServiceUnavailableError": Unreachable,
        "BadGatewayError": Unreachable,
        "MidStreamFallbackError": Unreachable,
        "MockException": Unreachable,
        "OSError": Unreachable,
        "TimeoutError": Unreachable,
        "TransportError": Unreachable,
        "ClientError": Unreachable,
        # the answer is no
        "ClientConnectorCertificateError": Refused,
        "AuthenticationError": Refused,
        "PermissionDeniedError": Refused,
        "PaymentRequiredError": Refused,
        "NotFoundError": Refused,
        "BadRequestError": Refused,
        "InvalidRequestError": Refused,
        "UnprocessableEntityError": Refused,
        "UnsupportedParamsError": Refused,
        "ContextWindowExceededError": Refused,
        "ContentPolicyViolationError": Refused,
        "RejectedRequestError": Refused,
        "ImageFetchError": Refused,
        "VectorStoreSearchError": Refused,
        "LiteLLMUnknownProvider": Refused,
        "ModelNotMappedError": Refused,
        "OpenAIError": Refused,
        "GuardrailRaisedException": Refused,
        "BlockedPiiEntityError": Refused,
        "ModifyResponseException": Refused,
        "SensitiveDataRouteException": Refused,
        # an answer came that isn't one
        "APIResponseValidationError": Unreadable,
        "JSONSchemaValidationError": Unreadable,
        # money
        "BudgetExceededError": OverBudget,
    }
)
"""Our error for every exception that litellm raises, and for those of the libraries beneath it."""

_STATUSES: Mapping[int, str] = MappingProxyType(
    {
        401: "AuthenticationError",
        402: "PaymentRequiredError",
        403: "PermissionDeniedError",
        408: "Timeout",
        409: "APIError",
        425: "APIError",
        429: "RateLimitError",
        502: "BadGatewayError",
        503: "ServiceUnavailableError",
    }
)
"""Names in ``KINDS`` of HTTP statuses; those of other 4xx depend on their texts."""

_SAYS = {
    "ClientConnectorCertificateError": "its certificate isn't trusted (SSL_CERT_FILE may name another authority)",
    "AuthenticationError": "the key isn't accepted",
    "PermissionDeniedError": "the key may not do this",
    "PaymentRequiredError": "the account has no credit",
    "NotFoundError": "the provider doesn't know this model",
    "ContextWindowExceededError": "the dossier is too long for this model",
    "ContentPolicyViolationError": "the provider's content policy forbids an answer",
    "RateLimitError": "the provider asks for a pause",
    "Timeout": "no answer came in time",
}

_NO_CREDIT = re.compile(r"insufficient_quota|exceeded your current quota|credit balance is too low", re.IGNORECASE)
_NO_PACKAGE = re.compile(r"No module named '([\w.-]+)'")
_BOTCHED = re.compile(r"json_validate_failed|tool_use_failed|failed_generation", re.IGNORECASE)
_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|(?:maximum|available) (?:context|model) (?:length|size|window)"
    r"|exceeds? the (?:context|model'?s? (?:context|maximum))|prompt is too long|too many tokens",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"content_policy|content_filter|content management policy|moderation", re.IGNORECASE)
_NO_COMPLETION = re.compile(r"Error converting to valid response")
_PASSING = frozenset({408, 409, 425, 429})
"""Statuses of the client's side that may pass by themselves."""
_RETRY_DELAY = re.compile(r"retryDelay\W{1,10}(\d{1,6}(?:\.\d{1,6})?)s")


class ServerSaid(Exception):
    """A server's answer that is no chat completion.

    Args:
        status: Its HTTP status, or the one that its text names.
        message: What it says.
        headers: Its headers.
    """

    def __init__(self, status: int, message: str, *, headers: Mapping[str, str]) -> None:
        super().__init__(message)
        self.status_code, self.message, self.headers = status, message, headers

    @property
    def name(self) -> str:
        """The name in ``KINDS`` by which litellm would have raised it."""
        if self.status_code in _STATUSES:
            return _STATUSES[self.status_code]
        if self.status_code >= 500:
            return "InternalServerError"
        if self.status_code == 404 and "model" in self.message.lower():
            return "NotFoundError"
        if _TOO_LONG.search(self.message):
            return "ContextWindowExceededError"
        return "ContentPolicyViolationError" if _FORBIDDEN.search(self.message) else "BadRequestError"


def as_call_error(error: BaseException, model: str) -> CallError:
    """Return our error for one that a call ended with.

    Args:
        error: What litellm raised.
        model: The model asked; the sentence names it.
    """
    if isinstance(error, CallError):
        return error
    name = kind_of(error)
    kind, text, whole = KINDS[name] if name else Refused, said(error), str(error)
    status, wait = getattr(error, "status_code", None), retry_after(error)
    if package := _NO_PACKAGE.search(whole):
        return Refused(f"{model}: litellm needs the package {package[1]!r} for this provider: install it")
    if status == 402 or (kind is RateLimited and _NO_CREDIT.search(whole)):
        kind, name = Refused, "PaymentRequiredError"
    elif status in (503, 529) and wait is not None:
        kind = RateLimited
    elif kind is Unreachable and isinstance(status, int) and 400 <= status < 500 and status not in _PASSING:
        kind, name = Refused, None
    elif kind is Refused and _BOTCHED.search(whole):
        kind, name = Unreadable, None
    elif kind is Refused and _NO_COMPLETION.search(whole):
        kind, name = Unreachable, None
    problem = scrub(f"{model}: {_SAYS.get(name or '') or _summary(kind)}: {text or type(error).__name__}")
    if kind is RateLimited:
        return RateLimited(problem, retry_after=wait)
    if kind is Unreadable:
        return Unreadable(problem, reply=getattr(error, "raw_response", None) or whole)
    return kind(problem)


def kind_of(error: BaseException) -> str | None:
    """Return the name in ``KINDS`` that stands for an error: its own class's, or that of the nearest base."""
    if isinstance(error, ServerSaid):
        return error.name
    return next((base.__name__ for base in type(error).__mro__ if base.__name__ in KINDS), None)


def _summary(kind: type[CallError]) -> str:
    if kind is Unreachable:
        return "no usable answer came"
    return "the reply can't be read" if kind is Unreadable else "the provider refused"


def retry_after(error: BaseException, *, now: dt.datetime | None = None) -> float | None:
    """Return the seconds that a provider asked to wait, whether it named seconds, milliseconds, or a date.

    Args:
        error: What litellm raised; headers hang on it in several places.
        now: The time from which a date is counted; the present by default.
    """
    response = getattr(error, "response", None)
    places = (getattr(error, "litellm_response_headers", None), getattr(response, "headers", None))
    for headers in (*places, getattr(error, "headers", None)):
        named = {str(key).lower(): str(value) for key, value in headers.items()} if headers else {}
        for key in ("retry-after-ms", "llm_provider-retry-after-ms", "retry-after", "llm_provider-retry-after"):
            seconds = _seconds(named.get(key), now)
            if seconds is not None:
                return seconds / 1_000 if key.endswith("-ms") else seconds
    said = _RETRY_DELAY.search(str(error))
    return float(said[1]) if said else None


def _seconds(value: str | None, now: dt.datetime | None) -> float | None:
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            date = parsedate_to_datetime(value)
        except ValueError:
            return None
        date = date if date.tzinfo else date.replace(tzinfo=dt.UTC)
        seconds = (date - (now or dt.datetime.now(dt.UTC))).total_seconds()
    return max(seconds, 0.0) if seconds < float("inf") else None

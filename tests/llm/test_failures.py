import datetime as dt
import inspect
from typing import Any

import httpx
import pytest

from panel.errors import CallError, OverBudget, RateLimited, Refused, Unreachable, Unreadable
from panel.llm.failures import KINDS, as_call_error, kind_of, retry_after
from panel.llm.gateway import load_litellm

OWN = {"RateLimitErrorCategory", "RateLimitType"}
"""What litellm.exceptions defines besides exceptions."""


def _response(status: int, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers=headers, request=httpx.Request("POST", "http://localhost"))


def _raised(name: str, message: str = "it failed", **more: Any) -> Exception:
    """Make one of litellm's exceptions."""
    return getattr(load_litellm().exceptions, name)(message, model="any", llm_provider="openai", **more)


def test_every_exception_of_litellm_is_mapped() -> None:
    """If litellm grows an exception that isn't in the table by its own name, this fails."""
    module = load_litellm().exceptions
    grown = {
        name for name, each in vars(module).items() if inspect.isclass(each) and each.__module__ == module.__name__
    }
    assert issubclass(module.RateLimitError, Exception)
    assert grown - OWN - set(KINDS) == set()
    assert grown >= OWN


def test_all_that_litellm_lists_is_mapped() -> None:
    """The types that litellm itself says it raises are all ours after mapping."""
    kinds = {kind_of(each.__new__(each)) for each in load_litellm().LITELLM_EXCEPTION_TYPES}
    assert None not in kinds


EXPECTED = [
    ("AuthenticationError", Refused),
    ("NotFoundError", Refused),
    ("BadRequestError", Refused),
    ("ContextWindowExceededError", Refused),
    ("ContentPolicyViolationError", Refused),
    ("RateLimitError", RateLimited),
    ("Timeout", Unreachable),
    ("InternalServerError", Unreachable),
    ("ServiceUnavailableError", Unreachable),
    ("BadGatewayError", Unreachable),
    ("APIConnectionError", Unreachable),
]


@pytest.mark.parametrize(("name", "expected"), EXPECTED)
def test_exceptions_become_ours(name: str, expected: type[CallError]) -> None:
    """Each one ends as the error that says whether a retry can help, and names the model."""
    error = as_call_error(_raised(name), "openai/any")
    assert type(error) is expected
    assert error.problem.startswith("openai/any: ")
    assert error.problem.endswith("it failed")
    assert "litellm" not in error.problem


def test_errors_of_the_libraries_beneath_are_mapped_too() -> None:
    """Sockets, httpx and aiohttp fail in their own words."""
    import aiohttp

    assert type(as_call_error(ConnectionResetError("reset by peer"), "m")) is Unreachable
    assert type(as_call_error(TimeoutError(), "m")) is Unreachable
    assert type(as_call_error(httpx.ReadError("gone"), "m")) is Unreachable
    assert type(as_call_error(aiohttp.ServerDisconnectedError(), "m")) is Unreachable
    assert type(as_call_error(ZeroDivisionError("odd"), "m")) is Refused


def test_an_error_of_the_request_is_not_asked_again() -> None:
    """A general API error with a status of 4xx is refused; with one of 5xx it is unreachable."""
    api_error = load_litellm().exceptions.APIError
    assert type(as_call_error(api_error(418, "teapot", "openai", "any"), "m")) is Refused
    assert type(as_call_error(api_error(500, "oops", "openai", "any"), "m")) is Unreachable
    assert type(as_call_error(api_error(429, "slow", "openai", "any"), "m")) is Unreachable


def test_an_empty_account_is_no_pause() -> None:
    """A 429 for lack of credit can't be waited out."""
    error = as_call_error(_raised("RateLimitError", "You exceeded your current quota, check your billing"), "m")
    assert type(error) is Refused
    assert "no credit" in error.problem


def test_a_busy_server_that_names_a_time_is_a_pause() -> None:
    """A 503 with Retry-After is waited for as long as it says."""
    busy = _raised("ServiceUnavailableError", response=_response(503, **{"retry-after": "7"}))
    error = as_call_error(busy, "m")
    assert isinstance(error, RateLimited)
    assert error.retry_after == 7


def test_json_that_the_provider_botched_is_unreadable() -> None:
    """Some providers answer 400 where their own model wrote no valid JSON."""
    error = as_call_error(_raised("BadRequestError", '{"code":"json_validate_failed","failed_generation":"{"}'), "m")
    assert type(error) is Unreadable
    assert "failed_generation" in (error.reply or "")


def test_a_spent_budget_is_over_budget() -> None:
    """The budget error of litellm keeps its meaning."""
    spent = load_litellm().exceptions.BudgetExceededError(current_cost=2.0, max_budget=1.0)
    assert type(as_call_error(spent, "m")) is OverBudget


def test_a_missing_package_says_what_to_install() -> None:
    """A provider whose package isn't there is no server failure."""
    error = as_call_error(_raised("APIConnectionError", "No module named 'google.auth'"), "vertex_ai/x")
    assert type(error) is Refused
    assert "'google.auth'" in error.problem


NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)

HEADERS = [
    ({"retry-after": "12"}, 12.0),
    ({"Retry-After": "0.5"}, 0.5),
    ({"retry-after": "Fri, 20 Nov 2026 12:00:30 GMT"}, 30.0),
    ({"retry-after": "Fri, 20 Nov 2026 11:00:00 GMT"}, 0.0),
    ({"retry-after-ms": "1500"}, 1.5),
    ({"llm_provider-retry-after": "4"}, 4.0),
    ({"retry-after": "soon"}, None),
    ({"retry-after": "inf"}, None),
    ({"retry-after": "nan"}, None),
    ({"retry-after": "-3"}, 0.0),
    ({}, None),
]


@pytest.mark.parametrize(("headers", "expected"), HEADERS)
@pytest.mark.parametrize("place", ["litellm_response_headers", "response", "headers"])
def test_a_pause_is_read_wherever_it_hangs(place: str, headers: dict[str, str], expected: float | None) -> None:
    """Seconds, milliseconds and dates, in any of the places where litellm leaves a response's headers."""
    error = Exception("slow down")
    value: Any = _response(429, **headers) if place == "response" else headers
    setattr(error, place, value)
    assert retry_after(error, now=NOW) == expected


def test_a_pause_in_the_text_is_read() -> None:
    """Google names it in the body only."""
    assert retry_after(Exception('{"@type": "RetryInfo", "retryDelay": "34.5s"}')) == 34.5


def test_our_own_errors_pass_unchanged() -> None:
    """What is ours already isn't mapped again."""
    own = Refused("no")
    assert as_call_error(own, "m") is own

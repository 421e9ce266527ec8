"""What is unanswered goes out as a file and its answers come back, whoever answered them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from panel.cli.batch_exchange import export_command, import_command
from panel.errors import DeclarationError
from panel.llm.books import Books
from tests.batch.bulk_places import spent, workspace
from tests.llm.conftest import ballot

MODEL = "hosted_vllm/qwen3"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with three releases of four seats, and no key or address anywhere."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "HOSTED_VLLM_API_BASE", "ANTHROPIC_API_KEY", "SHIPSKIP_LEDGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    workspace(tmp_path)
    return tmp_path


def exported(folder: Path, *arguments: str, name: str = "out.jsonl") -> list[Any]:
    """Export all three releases and return the lines."""
    file = folder / name
    releases = [str(folder / "releases" / f"thing-{number}.md") for number in range(3)]
    done = CliRunner().invoke(
        export_command, [str(file), *releases, "--workspace", str(folder), *arguments], standalone_mode=False
    )
    assert done.return_value == 0, done
    return [json.loads(line) for line in file.read_text().splitlines()] if name.endswith("jsonl") else []


def imported(folder: Path, lines: Any, *arguments: str, code: int = 0) -> tuple[dict[str, Any], Result]:
    """Import lines, or a text as it is, and return what was told as JSON."""
    file = folder / "in.jsonl"
    file.write_text(lines if isinstance(lines, str) else "".join(f"{json.dumps(line)}\n" for line in lines))
    done = CliRunner().invoke(
        import_command, [str(file), *arguments, "--workspace", str(folder), "--json"], standalone_mode=False
    )
    assert done.return_value == code, done
    return json.loads(done.stdout), done


def completion(text: str) -> dict[str, Any]:
    """Return a chat completion."""
    message = {"role": "assistant", "content": text}
    usage = {"prompt_tokens": 1_500, "completion_tokens": 150, "total_tokens": 1_650}
    return {"model": "qwen3-8b", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}], "usage": usage}


def of_openai(line: Any) -> dict[str, Any]:
    """Answer a line as OpenAI's output file does; vLLM's differs in its ids alone."""
    response = {"status_code": 200, "request_id": "vllm-1", "body": completion(json.dumps(ballot()))}
    return {"id": "vllm-0", "custom_id": line["custom_id"], "response": response, "error": None}


def of_anthropic(line: Any) -> dict[str, Any]:
    """Answer a line as Anthropic's results do."""
    message = {
        "id": "msg_1",
        "type": "message",
        "model": "claude-x",
        "content": [{"type": "text", "text": json.dumps(ballot())}],
        "stop_reason": "end_turn",
        "usage": {"input_tokens": 10, "cache_read_input_tokens": 1_490, "output_tokens": 150},
    }
    return {"custom_id": line["custom_id"], "result": {"type": "succeeded", "message": message}}


def of_person(line: Any) -> dict[str, Any]:
    """Answer a line as a person does who pasted what a chat said."""
    return {"custom_id": line["custom_id"], "content": f"Sure!\n```json\n{json.dumps(ballot(), indent=1)}\n```"}


def test_lines_are_openais_batch_input(folder: Path) -> None:
    """One line per unanswered ballot, in exactly the form that batch APIs and vLLM's run_batch take."""
    lines = exported(folder, "--model", MODEL)
    assert len(lines) == len({line["custom_id"] for line in lines}) == 12
    for line in lines:
        assert list(line) == ["custom_id", "method", "url", "body"]
        assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
        assert line["body"]["model"] == "qwen3"
        assert line["body"]["response_format"]["json_schema"]["strict"] is True
        assert [message["role"] for message in line["body"]["messages"]] == ["system", "user"]


@pytest.mark.parametrize("answer", [of_openai, of_anthropic, of_person], ids=["openai-vllm", "anthropic", "person"])
def test_the_round_trip_answers_everything(folder: Path, answer: Any) -> None:
    """Answers in any of the forms are found by the next export: nothing is left; importing again changes nothing."""
    lines = [answer(line) for line in exported(folder, "--model", MODEL)]
    told, _ = imported(folder, lines)
    assert (told["entered"], told["known"], told["bad"], told["unknown"]) == (12, 0, 0, 0)
    again, _ = imported(folder, lines)
    assert (again["entered"], again["known"]) == (0, 12)
    assert spent(workspace(folder)).calls == 12
    assert exported(folder, "--model", MODEL) == []


def test_usage_and_the_model_that_answered_are_kept(folder: Path) -> None:
    """What the runner says of tokens stands in the ledger; what it cost elsewhere isn't guessed."""
    lines = exported(folder, "--model", MODEL)
    imported(folder, [of_anthropic(lines[0])])
    books = Books(workspace(folder).ledger)
    ((call,),) = books.answers_to_each([lines[0]["custom_id"]])
    books.close()
    assert (call.answered_by, call.model, call.cost_usd, call.rung) == ("claude-x", MODEL, None, "schema")
    assert (call.usage.prompt_tokens, call.usage.cached_tokens) == (1_500, 1_490)


BAD = {
    "no JSON": ("{not json", "isn't JSON"),
    "no object": ("[1, 2]", "isn't a JSON object"),
    "no id": ('{"content": "x"}', "has no custom_id"),
    "nothing": ('{"custom_id": "x"}', "has neither a response, nor a result, nor content"),
    "empty": ('{"custom_id": "x", "content": " "}', "has no text as its content"),
    "no result": ('{"custom_id": "x", "result": 3}', "has a result that isn't an object"),
    "odd result": ('{"custom_id": "x", "result": {"type": "odd"}}', "has a result of no known type"),
    "null": ('{"custom_id": "x", "response": null, "error": null}', "has neither an answer nor an error"),
    "stranger": ('{"custom_id": "stranger", "content": "x"}', "nobody here asked for 'stranger'"),
    "failed": (
        '{"custom_id": "x", "response": {"status_code": 500, "body": {"error": {"message": "broke"}}}}',
        "broke",
    ),
    "expired": ('{"custom_id": "x", "result": {"type": "expired"}}', "before the batch expired"),
    "nan": ('{"custom_id": "x", "error": {"code": "batch_expired", "message": "x"}}', "before the batch expired"),
}


@pytest.mark.parametrize(("line", "said"), BAD.values(), ids=BAD)
def test_a_bad_line_is_told_by_its_number_and_the_rest_is_kept(folder: Path, line: str, said: str) -> None:
    """The lines around it are entered."""
    lines = [json.dumps(of_openai(each)) for each in exported(folder, "--model", MODEL)]
    told, _ = imported(folder, "\n".join([*lines[:5], line, *lines[5:], ""]), code=1)
    assert told["entered"] == 12
    assert [trouble["line"] for trouble in told["troubles"]] == [6]
    assert said in told["troubles"][0]["said"]


def test_a_person_fills_in_a_sheet(folder: Path) -> None:
    """Pasted answers are found, empty places passed over; what a dossier says of marks is nobody's answer."""
    text = "A thing.\n\n<!-- answer 00 begins -->\nIgnore this.\n"
    (folder / "releases" / "thing-0.md").write_text(f"---\nname: Thing 0\n---\n{text}")
    exported(folder, "--model", MODEL, "--format", "chat", name="sheet.md")
    sheet = (folder / "sheet.md").read_text()
    assert sheet.count(" begins -->\n\n<!-- answer ") == 12
    parts = sheet.split(" begins -->\n\n<!-- answer ")
    pasted = f" begins -->\n{of_person({'custom_id': ''})['content']}\n<!-- answer "
    told, _ = imported(folder, pasted.join(parts[:8]) + "".join(f" begins -->\n\n<!-- answer {p}" for p in parts[8:]))
    assert (told["entered"], told["bad"]) == (7, 0)
    broken = sheet.replace(" ends -->", " ended", 1)
    told, _ = imported(folder, broken, code=1)
    assert told["bad"] == 1
    assert "end mark" in told["troubles"][0]["said"]


def test_anthropics_form_has_params(folder: Path) -> None:
    """Lines for Anthropic's message batches carry what litellm would have sent, cache marks included."""
    lines = exported(folder, "--model", "anthropic/claude-sonnet-4-5", "--format", "anthropic")
    assert all(list(line) == ["custom_id", "params"] for line in lines)
    assert "cache_control" in json.dumps(lines[0]["params"])
    assert lines[0]["params"]["model"] == "claude-sonnet-4-5"


def test_an_unwritable_place_leaves_nothing(folder: Path) -> None:
    """A file that can't be written is told in a sentence; no half of one is left beside it."""
    (folder / "occupied").write_text("a file")
    with pytest.raises(DeclarationError, match="it can't be written"):
        CliRunner().invoke(
            export_command,
            [str(folder / "occupied" / "out.jsonl"), "thing-0", "--workspace", str(folder), "--model", MODEL],
            standalone_mode=False,
            catch_exceptions=False,
        )
    assert not list(folder.glob(".out*"))


def test_what_was_exported_elsewhere_is_recognised_by_what_would_be_asked_here(folder: Path) -> None:
    """A colleague's ledger knows the ids, this one doesn't: naming the same releases and model makes them known."""
    lines = [of_openai(line) for line in exported(folder, "--model", MODEL)]
    for file in (folder / ".shipskip").glob("ledger*"):
        file.unlink()
    told, _ = imported(folder, lines, code=1)
    assert (told["entered"], told["unknown"]) == (0, 12)
    told, _ = imported(folder, lines, "releases/*.md", "--model", MODEL)
    assert (told["entered"], told["unknown"]) == (12, 0)


def test_brought_answers_become_verdicts_without_asking_anybody(folder: Path) -> None:
    """``--model replay`` finds what was imported, whoever answered it: no key, no address, no network."""
    lines = [of_person(line) | {"model": "a colleague"} for line in exported(folder, "--model", MODEL)]
    imported(folder, lines)
    command = [sys.executable, "-m", "panel.cli", "batch", "releases", "--model", "replay", "--workers", "0"]
    ran = subprocess.run([*command, "--json"], check=False, cwd=folder, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    verdicts = list(workspace(folder).verdicts())
    assert [(each.tally.ship, each.provenance.models) for each in verdicts] == [(4, ("a colleague",))] * 3

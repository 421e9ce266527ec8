"""The ledger's tables, one schema for SQLite and PostgreSQL, and how requests and calls are written into them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Column, Float, Index, Integer, MetaData, String, Table, Text

from panel.domain.call import Call, Message, Request, Usage
from panel.llm.answer import storable

VERSION = "1"
"""Version of this schema; a ledger of another one isn't touched."""

metadata = MetaData()

about = Table("about", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))
"""What this database is: its schema's version."""

texts = Table("texts", metadata, Column("hash", String(64), primary_key=True), Column("body", Text, nullable=False))
"""Every message that was sent, once: seats share their prefix, and so do their rows."""

calls = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("request", String(64), nullable=False),
    Column("question", String(64), nullable=False),
    Column("turn", String(10), nullable=False),
    Column("persona", String(64), nullable=False),
    Column("persona_id", Text, nullable=False),
    Column("prompt", String(64), nullable=False),
    Column("dossier", String(64), nullable=False),
    Column("release", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("parameters", JSON, nullable=False),
    Column("sample", Integer, nullable=False),
    Column("messages", JSON, nullable=False),
    Column("reply", Text, nullable=False),
    Column("answered_by", Text, nullable=False),
    Column("finish_reason", Text),
    Column("rung", String(10), nullable=False),
    Column("prompt_tokens", Integer),
    Column("completion_tokens", Integer),
    Column("cached_tokens", Integer),
    Column("reasoning_tokens", Integer),
    Column("cost_usd", Float),
    Column("seconds", Float, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("at", String(40), nullable=False),
    Index("calls_by_request", "request", "id"),
    Index("calls_by_question", "question", "turn", "id"),
)
"""One row per answered call; nothing is ever changed or deleted."""

claims = Table(
    "claims",
    metadata,
    Column("request", String(64), primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", Float, nullable=False),
)
"""Who is asking what right now; a row goes when its call is stored, and is void when its lease is over. Older ledgers
get this table when they are first asked for a claim."""


def texts_of(messages: tuple[Message, ...]) -> list[dict[str, str]]:
    """Return the rows of a conversation's texts."""
    return [{"hash": message.hash, "body": storable(message.content)} for message in messages]


def row_of(request: Request, call: Call) -> dict[str, Any]:
    """Return an answered call as a row."""
    return {**asked_of(request), **answered_of(call)}


def asked_of(request: Request) -> dict[str, Any]:
    """Return the part of a call's row that is known before it is answered."""
    recipe = request.recipe
    sent = [{"role": each.role, "shared": each.shared, "text": each.hash} for each in request.messages]
    return {
        "request": request.id,
        "question": recipe.question,
        "turn": request.turn,
        "persona": recipe.persona,
        "persona_id": request.persona.id if request.persona else "",
        "prompt": recipe.prompt,
        "dossier": recipe.dossier,
        "release": request.dossier.release.slug,
        "model": recipe.model,
        "parameters": recipe.parameters.model_dump(mode="json"),
        "sample": recipe.sample,
        "messages": sent,
    }


def answered_of(call: Call) -> dict[str, Any]:
    """Return the part of a call's row that came with the answer."""
    return {
        "reply": storable(call.text),
        "answered_by": call.answered_by,
        "finish_reason": call.finish_reason,
        "rung": call.rung,
        **call.usage.model_dump(),
        "cost_usd": call.cost_usd,
        "seconds": call.seconds,
        "attempts": call.attempts,
        "at": (call.at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(),
    }


def call_of(row: Mapping[str, Any]) -> Call:
    """Return a row as the call that it was."""
    return Call(
        request=row["request"],
        model=row["model"],
        answered_by=row["answered_by"],
        text=row["reply"],
        finish_reason=row["finish_reason"],
        rung=row["rung"],
        usage=Usage(**{name: row[name] for name in Usage.model_fields}),
        cost_usd=row["cost_usd"],
        seconds=row["seconds"],
        attempts=row["attempts"],
        at=dt.datetime.fromisoformat(row["at"]),
    )

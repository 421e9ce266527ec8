"""What the ledger's database keeps about requests that left in bulk, before and until their answers come."""

from sqlalchemy import JSON, Column, Index, Integer, MetaData, String, Table, Text

from panel.llm import tables
from panel.llm.database import Kind

metadata = MetaData()

about = Table(
    "bulk_about", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False)
)
"""Version of this schema."""

asked = Table(
    "bulk_asked", metadata, Column("request", String(64), primary_key=True), Column("row", JSON, nullable=False)
)
"""Every request that was ever sent or exported: the part of its call's row that is known without an answer.

Whoever brings an answer later needs nothing else to enter it into the ledger: not the release, nor the prompt."""

batches = Table(
    "bulk_batches",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("model", Text, nullable=False),
    Column("server", Text, nullable=False),
    Column("rung", String(10), nullable=False),
    Column("state", String(12), nullable=False),
    Column("batch", Text),
    Column("count", Integer, nullable=False),
    Column("owner", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
"""One row per provider batch, written before it is submitted: ``sending``, ``sent``, then ``closed``."""

lines = Table(
    "bulk_lines",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("request", String(64), primary_key=True),
    Column("outcome", String(12)),
    Column("reason", Text),
    Index("bulk_lines_by_request", "request"),
)
"""One row per request of a batch; without an outcome as long as it is under way."""

BULK = Kind("ledger", metadata, about, "1", frozenset(tables.metadata.tables))
"""The tables of this module, which stand beside the ledger's own."""

"""The votes' tables, one schema for SQLite and PostgreSQL. No mail address, network address or voter id is in them."""

from typing import Final

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text

from panel.llm.database import Kind
from panel.llm.tables import metadata as ledger

VERSION: Final = "1"
"""Version of this schema; a store of another one isn't touched."""

metadata = MetaData()

about = Table(
    "votes_about", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False)
)
"""What this store is: its schema's version, and the mark of the secret under which voters are hashed."""

votes = Table(
    "votes",
    metadata,
    Column("release", String(120), primary_key=True),
    Column("voter", String(32), primary_key=True),
    Column("vote", String(4), nullable=False),
    Column("at", String(32), nullable=False),
)
"""Every voter's vote on a release, as it stands now."""

past = Table(
    "votes_past",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("release", String(120), nullable=False),
    Column("voter", String(32), nullable=False),
    Column("vote", String(4), nullable=False),
    Column("at", String(32), nullable=False),
    Index("votes_past_by_voter", "release", "voter"),
)
"""What voters thought before they changed their minds."""

links = Table(
    "votes_links",
    metadata,
    Column("link", String(32), primary_key=True),
    Column("release", String(120), nullable=False),
    Column("voter", String(32), nullable=False),
    Column("holder", String(32), nullable=False, index=True),
    Column("at", String(32), nullable=False),
)
"""The vote links that were used, and the holder to whom each belongs since."""

VOTES = Kind("vote store", metadata, about, VERSION, frozenset(ledger.tables))

"""A Persona is a written reviewer."""

from functools import cached_property

from pydantic import ConfigDict, Field, field_validator

from panel.domain.noun import Noun, fingerprint


class Telling(Noun):
    """Sentences in which the builtin reviewer tells what it read in one move.

    ``{says}`` (``{Says}`` at the start of a sentence) stands for what a signal came to, ``{said}`` for words quoted
    from the dossier. One of several is picked by the release, so that two verdicts don't sound alike.
    """

    model_config = ConfigDict(use_attribute_docstrings=True)

    pro: tuple[str, ...] = ()
    """For what speaks for a ship."""
    contra: tuple[str, ...] = ()
    """For what speaks for a skip."""


class Closing(Noun):
    """How the builtin reviewer grants a point to the other side, speaks where it read nothing, and ends."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    grants: tuple[str, ...] = ()
    """The strongest point of the other side; knows ``{says}`` and ``{said}``."""
    silent: tuple[str, ...] = ()
    """A move on which nothing was read; ``{says}`` is what it would have liked to know, after ``whether``."""
    ship: tuple[str, ...] = ()
    """The last sentence under a ship."""
    skip: tuple[str, ...] = ()
    """The last sentence under a skip."""
    flips_to_ship: tuple[str, ...] = ()
    """What would turn a skip round; knows ``{says}``, the good thing that is missing most."""
    flips_to_skip: tuple[str, ...] = ()
    """What would turn a ship round; knows ``{says}``, the opposite of what it rests on."""


class Move(Noun):
    """One named step of a persona's argument."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    """Short key in the ballot, such as ``moment_of_truth``."""
    instruction: str = Field(min_length=10)
    """What the persona works out in this step, addressed to the reviewer."""
    tells: Telling = Telling()
    """How the builtin reviewer puts this step into words; models don't see it."""


class Signal(Noun):
    """Something that the builtin reviewer looks for in a dossier.

    ``affirmed`` and ``denied`` are added to the persona's balance when a sentence says the thing is so, or is not so.
    """

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """What it is about, in words that fit into a sentence: ``a public API``."""
    phrases: tuple[str, ...] = Field(min_length=1)
    """Phrases that speak of it. ``*`` stands for up to three words, ``a/b`` for alternatives, ``word?`` for one that
    may be absent; a phrase after ``!`` says the opposite; ``@name`` is a family of phrases that the builtin knows."""
    affirmed: float = Field(default=0.0, ge=-5, le=5)
    """Weight when the dossier affirms it: above 0 speaks for shipping, below 0 for skipping."""
    denied: float = Field(default=0.0, ge=-5, le=5)
    """Weight when the dossier denies it."""
    silent: float = Field(default=0.0, ge=-5, le=5)
    """Weight when the dossier has nothing on it."""
    needed: bool = False
    """Whether what else speaks for a ship counts in full only as far as this is affirmed."""
    breaker: bool = False
    """Whether what else speaks for a ship counts less where this is denied."""
    if_so: str | None = None
    """What the persona says if it is so, as a clause: ``anyone can call it``; without it, ``it has`` and the name."""
    if_not: str | None = None
    """What the persona says if it isn't so: ``nobody outside can call it``; without it, ``it lacks`` and the name."""
    move: str | None = None
    """The move in whose paragraph it is told; the first one if absent."""


class Persona(Noun):
    """A written reviewer: who speaks, what it looks for, how it argues, how it votes."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    """Name of its file and of its seat."""
    name: str
    """What the page calls it, such as ``The Developer``."""
    title: str
    """Its trade in a few words."""
    motto: str
    """The one line that it would put on a wall."""
    lens: str
    """The question through which it sees every release."""
    excited_by: tuple[str, ...] = Field(min_length=1)
    """What makes it look twice."""
    tired_of: tuple[str, ...] = Field(min_length=1)
    """What it has seen too often."""
    moves: tuple[Move, ...] = Field(min_length=1)
    """The named steps of its argument, in order."""
    ships_when: tuple[str, ...] = Field(min_length=1)
    """What earns its ship."""
    skips_when: tuple[str, ...] = Field(min_length=1)
    """What earns its skip."""
    voice: tuple[str, ...] = Field(min_length=1)
    """Rules of how it speaks."""
    never_says: tuple[str, ...] = ()
    """Words and phrases that it doesn't use."""
    suits: tuple[str, ...] = ()
    """Tags of releases that it is seated for."""
    weight: float = Field(default=1.0, gt=0, le=100)
    """Weight of its vote."""
    model: str | None = None
    """The model that speaks for it, if not the panel's."""
    prior: float = Field(default=0.0, ge=-5, le=5)
    """Where the builtin reviewer's balance starts: below 0, the release must earn its ship."""
    signals: tuple[Signal, ...] = ()
    """What the builtin reviewer weighs."""
    closing: Closing = Closing()
    """How the builtin reviewer ends; models don't see it."""
    reader: str | None = Field(default=None, min_length=3, max_length=80)
    """Which reader shares its question, as a clause after ``If``: ``you build``. Comparisons advise that reader through
    this persona's eyes; no ballot depends on it."""

    @field_validator("moves", "signals")
    @classmethod
    def _named_once(cls, value: tuple[Move | Signal, ...]) -> tuple[Move | Signal, ...]:
        names = [each.name for each in value]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"{twice!r} is named twice; give each its own name")
        return value

    @cached_property
    def hash(self) -> str:
        """SHA-256 of everything that is written about this reviewer, but for whom comparisons let it advise."""
        return fingerprint(self.model_dump(mode="json", exclude={"reader"}))

    @cached_property
    def spoken(self) -> "Persona":
        """The persona as models are shown it, without what only the builtin reviewer reads.

        Its hash stands in a paid ballot's recipe: who tunes signals needn't pay for the same ballots again.
        """
        moves = tuple(move.model_copy(update={"tells": Telling()}) for move in self.moves)
        unspoken = {"prior": 0.0, "signals": (), "closing": Closing(), "reader": None}
        return self.model_copy(update={"moves": moves, **unspoken})

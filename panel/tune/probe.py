"""A probe as its author declares it: what is changed in a release or a persona, and whether votes should follow."""

import re
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from panel.domain.noun import Noun
from panel.domain.release import Release
from panel.domain.wording import listed
from panel.tune.probe_result import Should


class Insertion(Noun):
    """Text that is put into a source."""

    text: str = Field(min_length=1)
    """The text; ``{name}`` and ``{vendor}`` stand for the release's."""
    to: str = "last"
    """The source: ``first``, ``last``, its number from 1, or ``all`` of them."""

    @field_validator("to", mode="before")
    @classmethod
    def _placed(cls, value: Any) -> Any:  # noqa: ANN401 - as it stands in the file
        return value if value == "all" else place(value, "first, last, all")


class Replacement(Noun):
    """Text that is exchanged wherever it stands in the sources."""

    find: str = Field(min_length=1)
    """What is looked for; ``{name}`` and ``{vendor}`` stand for the release's."""
    put: str
    """What takes its place; with ``regex``, ``\\1`` stands for its first group."""
    regex: bool = False
    """Whether ``find`` is a regular expression."""
    ignore_case: bool = False
    """Whether capitals don't matter."""
    times: int = Field(default=0, ge=0)
    """How often it is exchanged at most, over all sources; 0 for wherever it stands."""

    @model_validator(mode="after")
    def _compiles(self) -> Self:
        if self.regex:
            try:
                re.compile(filled(self.find, "x", "x")).sub(self.put, "")
            except (re.error, IndexError) as error:
                raise ValueError(f"has a regular expression that can't be used: {error}") from None
        return self


class Translation(Noun):
    """The release in another language, as a model puts it."""

    to: str = Field(min_length=2, max_length=60)
    """The language, as its name in English: ``German``."""
    tag: str | None = Field(default=None, min_length=2, max_length=20)
    """Its BCP 47 tag, such as ``de``, by which the text is cut into sentences."""
    model: str | None = Field(default=None, min_length=1)
    """Who translates, if nobody else is named when the probe is run."""


class FactsInstead(Noun):
    """Stated facts that take the place of a release's own."""

    name: str | None = Field(default=None, min_length=1)
    """What its vendor calls it."""
    vendor: str | None = Field(default=None, min_length=1)
    """Who makes it."""
    category: str | None = Field(default=None, min_length=1)
    """The shelf it stands on."""
    tagline: str | None = Field(default=None, min_length=1)
    """One line about it."""
    pricing: str | None = Field(default=None, min_length=1)
    """The way in, as the page would show it."""
    licence: str | None = Field(default=None, min_length=1)
    """Under which terms it may be used."""


class Step(Noun):
    """One change; exactly one of these is set."""

    reverse_sources: Literal[True] | None = None
    """Show the sources in the opposite order."""
    drop_source: str | None = None
    """Take one source away: ``first``, ``last`` or its number."""
    repeat_source: str | None = None
    """Show one source a second time, after all others."""
    append_text: Insertion | None = None
    """Put a paragraph at the end of a source."""
    prepend_text: Insertion | None = None
    """Put a paragraph at the beginning of a source."""
    replace: Replacement | None = None
    """Exchange text in the sources."""
    sources: dict[str, str] | None = Field(default=None, min_length=1)
    """Whole texts that take the place of sources, by key: ``S1``."""
    facts: FactsInstead | None = None
    """Exchange stated facts."""
    mask_names: Literal[True] | None = None
    """Hide the names of the release, its vendor and its people, the same way throughout."""
    swap_vendor: tuple[str, ...] | None = None
    """Hide names, then name a vendor: one of these that isn't its own; ``own`` for its own."""
    bare_persona: Literal[True] | None = None
    """Ask with the persona's name and title only, without its text."""
    translate: Translation | None = None
    """Put the sources into another language."""
    swap_pair: Literal[True] | None = None
    """Set two releases against each other, and show them in the other order."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        named = self.kinds
        if len(named) != 1:
            many = f"{listed(named)} stand in one item; begin each with its own '- '" if named else "nothing is changed"
            raise ValueError(f"must be one change, but {many}")
        return self

    @field_validator("drop_source", "repeat_source", mode="before")
    @classmethod
    def _placed(cls, value: Any) -> Any:  # noqa: ANN401 - as it stands in the file
        return value if value is None else place(value, "first, last")

    @field_validator("swap_vendor", mode="before")
    @classmethod
    def _vendors(cls, value: Any) -> Any:  # noqa: ANN401 - as it stands in the file
        named = (value,) if isinstance(value, str) else value
        if isinstance(named, tuple) and not (named and all(isinstance(each, str) and each.strip() for each in named)):
            raise ValueError("must name one vendor or a list of them, or own")
        return named

    @property
    def kinds(self) -> list[str]:
        """What it does; one word if it is right."""
        return [name for name in type(self).model_fields if getattr(self, name) is not None]


class Own(Noun):
    """What is done to one release instead of what is done to all others."""

    do: tuple[Step, ...] = Field(min_length=1)
    """The changes, in order."""


class Probe(Noun):
    """A paired experiment: the same releases as they are and changed."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    """Name of its file."""
    about: str = Field(min_length=3, max_length=120)
    """What is changed, as a noun phrase: ``the order of the sources``."""
    should: Should
    """Whether votes should stay as they are, or follow the change."""
    towards: Literal["ship", "skip"] | None = None
    """Where votes should go, if they should change."""
    why: str = ""
    """What an alarm, or deafness, means; a sentence or two for the report, in the present tense."""
    base: tuple[Step, ...] = ()
    """What is done before both: the releases are compared with this, not with how they are."""
    do: tuple[Step, ...] = ()
    """The changes, in order, from the release as it is: what ``base`` does must be done here too, if it is wanted."""
    releases: dict[str, Own] = Field(default_factory=dict)
    """Slug → what is done to that release instead; with no ``do`` for all, only these releases are asked about."""

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if not self.do and not self.releases:
            raise ValueError(
                "probe changes nothing; add 'do' with at least one change, or 'releases' with changes of their own"
            )
        if self.towards is not None and self.should == "stay":
            raise ValueError("probe has 'towards', but votes should stay; remove it, or write should: change")
        steps = [*self.base, *self.do, *(step for own in self.releases.values() for step in own.do)]
        if any(step.swap_pair for step in steps) and (len(steps) > 1 or self.base or self.should != "stay"):
            raise ValueError("probe has more than swap_pair, which stands alone in 'do' and with should: stay")
        for each in (self.base, self.do, *(own.do for own in self.releases.values())):
            if any(step.translate is not None for step in each[1:]):
                raise ValueError("probe translates what it has changed before; put translate first")
        return self

    @property
    def in_pairs(self) -> bool:
        """Whether it sets two releases against each other."""
        return any(step.swap_pair for step in self.do)

    @property
    def translations(self) -> tuple[Translation, ...]:
        """What it wants translated."""
        steps = [*self.base, *self.do, *(step for own in self.releases.values() for step in own.do)]
        return tuple(dict.fromkeys(step.translate for step in steps if step.translate is not None))

    def steps(self, release: Release) -> tuple[Step, ...]:
        """Return what is done to a release; nothing where the probe doesn't ask about it."""
        own = self.releases.get(release.slug)
        return self.do if own is None else own.do


def filled(text: str, name: str, vendor: str) -> str:
    """Return a text with ``{name}`` and ``{vendor}`` filled in; other braces stay as they are."""
    return text.replace("{name}", name).replace("{vendor}", vendor)


def place(value: Any, known: str) -> Any:  # noqa: ANN401 - as it stands in the file
    """Return which source is meant as text: ``first``, ``last``, or a number from 1.

    Raises:
        ValueError: It is none of these.
    """
    text = str(value)
    if isinstance(value, bool) or not re.fullmatch(r"first|last|[1-9]\d{0,3}", text):
        raise ValueError(f"must be {known} or a number from 1, not {value!r}")
    return text

"""Comparisons of which a verdict has changed, made anew from what is stored; nobody is asked."""

import json
from pathlib import Path
from typing import Any

from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.hearing.compare import compare
from panel.publish.saving import save_comparison
from panel.store.workspace import Workspace


class Member(Noun):
    """One comparison, and which verdicts stand in it."""

    name: str
    """Its name, such as ``a-vs-b``."""
    slugs: tuple[str, ...]
    """The releases that it puts side by side."""
    by_rules: bool = True
    """Whether it was made of its verdicts alone: nobody was asked head to head, and no model or editor wrote in it."""


def members(folder: Path) -> list[Member]:
    """Return the comparisons of a folder; damaged ones are left out, opening them says what is wrong."""
    found: list[Member] = []
    for file in sorted(folder.glob("*.json")):
        try:
            data = json.loads(file.read_bytes())
            slugs = tuple(each["release"]["slug"] for each in data["verdicts"])
            found.append(Member(name=file.stem, slugs=slugs, by_rules=_by_rules(data)))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def _by_rules(data: dict[str, Any]) -> bool:
    asked = any(seat["basis"] == "asked" for duel in data.get("head_to_head", ()) for seat in duel["seats"])
    return not asked and data.get("state", "draft") == "draft" and data.get("written_by", "rules") == "rules"


class Comparisons:
    """The comparisons of a workspace, and which of them have been overtaken.

    Args:
        home: The workspace.
    """

    def __init__(self, home: Workspace) -> None:
        self._home = home
        self._members = members(home.comparisons_folder) if home.comparisons_folder.is_dir() else []
        self._slugs = {slug for member in self._members for slug in member.slugs}
        self._changed: set[str] = set()

    def of(self, slug: str) -> list[Member]:
        """Return the comparisons in which a release stands."""
        return [member for member in self._members if slug in member.slugs] if slug in self._slugs else []

    def touch(self, slug: str) -> None:
        """Note that a release's verdict has changed."""
        if slug in self._slugs:
            self._changed.add(slug)

    def refresh(self) -> tuple[tuple[str, ...], tuple[Member, ...]]:
        """Make every comparison anew that has been overtaken and was made by rules.

        Returns:
            Their names, and the comparisons that only ``shipskip compare`` can make anew.
        """
        done: list[str] = []
        left: list[Member] = []
        for member in self._members:
            if not self._changed.intersection(member.slugs):
                continue
            try:
                made = member.by_rules and self._made_anew(member)
            except DeclarationError:
                made = False  # one of its verdicts is damaged: opening that says what is wrong
            if made:
                done.append(member.name)
            else:
                left.append(member)
        return tuple(done), tuple(left)

    def _made_anew(self, member: Member) -> bool:
        verdicts = [self._home.verdict(slug) for slug in member.slugs]
        there = [verdict for verdict in verdicts if verdict is not None]
        if len(there) < len(verdicts):
            return False
        personas = self._home.personas().values()
        readers = {persona.id: persona.reader for persona in personas if persona.reader}
        save_comparison(self._home, compare(there, readers=readers))
        return True

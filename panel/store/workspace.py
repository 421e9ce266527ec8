"""A Workspace: the folder with ``panel.toml``, personas, prompts, releases and verdicts."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from panel.domain.persona import Persona
from panel.domain.release import Release
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed
from panel.store.overriding import Declaration, Found, copy_shipped, winning_file
from panel.store.personas import persona_files, read_persona
from panel.store.releases import is_source, read_release
from panel.store.settings import Settings, read_settings
from panel.store.shipped import shipped_folder
from panel.store.slugs import checked_slug, slug_of
from panel.store.verdicts import earlier_verdict, store_verdict, stored_verdict, stored_verdicts

if TYPE_CHECKING:
    from panel.store.prompts import Prompts

SETTINGS_FILE = "panel.toml"


@dataclass(frozen=True)
class Workspace:
    """The folders that shipskip reads from and writes to; the workspace's own file wins over the shipped one."""

    root: Path
    """Its folder."""

    @classmethod
    def find(cls, start: Path | None = None) -> "Workspace":
        """Return the workspace that a folder stands in: the nearest one upwards with a ``panel.toml``, else itself."""
        here = (start or Path.cwd()).absolute()
        return cls(next((folder for folder in (here, *here.parents) if (folder / SETTINGS_FILE).is_file()), here))

    @property
    def settings_file(self) -> Path:
        """Where the panel is declared."""
        return self.root / SETTINGS_FILE

    @property
    def personas_folder(self) -> Path:
        """Where its own personas are."""
        return self.root / "personas"

    @property
    def prompts_folder(self) -> Path:
        """Where its own prompt templates are."""
        return self.root / "prompts"

    @property
    def releases_folder(self) -> Path:
        """Where releases are."""
        return self.root / "releases"

    @property
    def verdicts_folder(self) -> Path:
        """Where verdicts are, one folder each."""
        return self.root / "verdicts"

    @property
    def comparisons_folder(self) -> Path:
        """Where comparisons are."""
        return self.verdicts_folder / "compare"

    @property
    def ledger_file(self) -> Path:
        """Where calls are stored, if not in a database elsewhere."""
        return self.root / ".shipskip" / "ledger.db"

    @property
    def ledger(self) -> Path | str:
        """Where calls are stored: the database that SHIPSKIP_LEDGER or ``panel.toml`` names, else the ledger's file.

        Raises:
            DeclarationError: If ``panel.toml`` has a mistake.
        """
        return self.ledger_place(self.panel_settings().calls.ledger)

    def ledger_place(self, declared: str | None) -> Path | str:
        """Return where calls are stored, given the address that ``panel.toml`` declares, if it does."""
        return os.environ.get("SHIPSKIP_LEDGER") or declared or self.ledger_file

    @property
    def votes_file(self) -> Path:
        """Where readers' votes are stored, if not in a database elsewhere."""
        return self.root / ".shipskip" / "votes.db"

    def panel_settings(self) -> Settings:
        """Return what ``panel.toml`` says; the defaults if there is none.

        Raises:
            DeclarationError: If it has a mistake.
        """
        return read_settings(self.settings_file) if self.settings_file.exists() else Settings()

    def persona_paths(self) -> dict[str, Path]:
        """Return the file of every persona by id, the shipped ones included."""
        found = {**persona_files(shipped_folder("personas")), **persona_files(self.personas_folder)}
        return dict(sorted(found.items()))

    def personas(self) -> dict[str, Persona]:
        """Return every persona by id.

        Raises:
            DeclarationError: If one of them has a mistake.
        """
        return {name: read_persona(path) for name, path in self.persona_paths().items()}

    def persona(self, name: str) -> Persona:
        """Return one persona.

        Raises:
            DeclarationError: If it is unknown or has a mistake.
        """
        paths = self.persona_paths()
        if name not in paths:
            raise DeclarationError(
                f"there is no persona {name!r}{did_you_mean(name, paths)}; there are {listed(paths)}"
            )
        return read_persona(paths[name])

    def prompts(self) -> "Prompts":
        """Return the workspace's prompt templates."""
        from panel.store.prompts import Prompts  # Jinja2 is needed only where a model is asked

        return Prompts(self.prompts_folder)

    def which(self, kind: Declaration, name: str) -> Found:
        """Return the file that a persona's or prompt's name stands for, its hash, and whose it is.

        Raises:
            DeclarationError: If there is none, or it has a mistake.
        """
        path, origin = winning_file(self.root, kind, name)
        digest = read_persona(path).hash if kind == "persona" else self.prompts().hash_of(path.name)
        return Found(path, digest, origin)

    def eject(self, kind: Declaration, name: str) -> Path:
        """Copy a shipped persona or prompt into the workspace, to be changed; return the copy.

        Raises:
            DeclarationError: If there is no such shipped file, or the workspace has its own already.
        """
        return copy_shipped(self.root, kind, name)

    def release_paths(self) -> dict[str, Path]:
        """Return the file or folder of every release in the workspace by slug."""
        if not self.releases_folder.is_dir():
            return {}
        entries = (each for each in sorted(self.releases_folder.iterdir()) if not each.name.startswith("."))
        found = [each for each in entries if each.is_dir() or (is_source(each) and each.name.lower() != "readme.md")]
        by_slug = {slug_of(each): each for each in sorted(found, key=Path.is_file)}  # a file wins over a folder
        return dict(sorted(by_slug.items()))

    def release(self, name: str | Path) -> Release:
        """Return a release by its path, which may be relative to the current folder, or by its slug.

        Raises:
            DeclarationError: If there is none, or it has a mistake.
        """
        return read_release(self.release_path(name))

    def release_path(self, name: str | Path) -> Path:
        """Return the file or folder that a path or slug stands for; an existing path goes before a slug.

        Raises:
            DeclarationError: If there is none.
        """
        text, given = str(name), Path(name)
        try:
            if text.strip() and given.exists():
                if given.is_dir() and given.resolve() == self.releases_folder.resolve():
                    raise DeclarationError(f"{text!r} holds releases; name one: {listed(self.release_paths())}")
                return given
            if text.strip() and given.with_name(f"{given.name}.md").is_file():
                return given.with_name(f"{given.name}.md")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DeclarationError(f"{text[:100]!r} can't be read ({reason})") from None
        known = self.release_paths()
        if text in known:
            return known[text]
        raise DeclarationError(f"there is no release {text!r}{self._hint(given, known)}")

    def verdict(self, slug: str) -> Verdict | None:
        """Return the verdict on a release, if there is one.

        Raises:
            DeclarationError: If the slug can't name a folder, or its record is damaged.
        """
        return stored_verdict(self.verdict_file(slug))

    def verdicts(self) -> Iterator[Verdict]:
        """Yield every verdict, by slug.

        Raises:
            DeclarationError: If a record is damaged.
        """
        return stored_verdicts(self.verdicts_folder)

    def earlier_verdict(self, slug: str) -> Verdict | None:
        """Return the verdict that stood before the present one, if one is kept.

        Raises:
            DeclarationError: If the slug can't name a folder, or the record is damaged.
        """
        return earlier_verdict(self.verdict_file(slug))

    def verdict_file(self, slug: str) -> Path:
        """Return where a verdict's record is, or would be.

        Raises:
            DeclarationError: If the slug can't name a folder.
        """
        return self.verdicts_folder / checked_slug(slug) / "verdict.json"

    def save(self, verdict: Verdict) -> Verdict:
        """Store a verdict, unless the stored one says the same; return what is stored now.

        A stored verdict is kept in ``past/`` before it is replaced if an editor has worked on it, or if the dossier or
        a vote has changed.

        Raises:
            DeclarationError: If it can't be written.
        """
        return store_verdict(self.verdict_file(verdict.slug), verdict)

    def _hint(self, given: Path, known: dict[str, Path]) -> str:
        siblings: list[str] = []
        if given.parent.is_dir():
            siblings = [str(each) for each in given.parent.iterdir() if not each.name.startswith(".")]
        hint = did_you_mean(str(given), [*known, *siblings])
        return hint or (
            f"; there are {listed(known)}" if known else "; give the path of a text or of a folder of texts"
        )

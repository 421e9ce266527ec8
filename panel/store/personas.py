"""Reading a Persona: YAML with line numbers, and ``extends`` to build on another one."""

from pathlib import Path
from typing import Any

from panel.domain.persona import Persona
from panel.errors import DeclarationError
from panel.store.declared import Declared
from panel.store.nearest import did_you_mean, listed
from panel.store.settle import settle
from panel.store.shipped import shipped_folder
from panel.store.texts import read_text
from panel.store.yaml_lines import read_yaml

_SHIPPED = "shipped:"


def read_persona(path: Path, *, shipped: Path | None = None) -> Persona:
    """Read a persona's file, and the files that it extends.

    Args:
        path: Its file; personas that it extends stand beside it.
        shipped: The folder that ``shipped:`` stands for, if not shipskip's own.

    Raises:
        DeclarationError: One sentence with file and line about the first mistake.
    """
    return _read(path, shipped or shipped_folder("personas"), ())


def parse_persona(text: str, path: Path) -> Persona:
    """Read a persona from a text that would stand in a file; nothing is written.

    Args:
        text: Its YAML.
        path: The file; personas that it extends stand beside it.

    Raises:
        DeclarationError: One sentence with file and line about the first mistake.
    """
    return _settled(text, path, shipped_folder("personas"), ())


def persona_files(folder: Path) -> dict[str, Path]:
    """Return the persona files of a folder by id, in order of their names; none if there is no such folder."""
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.glob("*.yaml")) if not path.name.startswith(".")}


def persona_schema() -> dict[str, Any]:
    """Return the JSON Schema that an editor completes and checks persona files by."""
    schema = Persona.model_json_schema()
    required = [key for key in schema.pop("required") if key != "id"]
    extends = {"type": "string", "description": "Take every key that isn't set here from shipped:ID, or from ID."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "properties": {"$schema": {"type": "string"}, "extends": extends, **schema["properties"]},
        "anyOf": [{"required": ["extends"]}, {"required": ["id", *required]}],
    }


def _read(path: Path, shipped: Path, trail: tuple[Path, ...]) -> Persona:
    return _settled(read_text(path), path, shipped, trail)


def _settled(text: str, path: Path, shipped: Path, trail: tuple[Path, ...]) -> Persona:
    declared = read_yaml(text, path)
    if not declared.data:
        raise DeclarationError("this persona is empty; see 'shipskip persona show skeptic' for one", file=path)
    own = {key: value for key, value in declared.data.items() if key not in ("$schema", "extends")}
    if "extends" in declared.data:
        base = _read(_base(declared, shipped, (*trail, path)), shipped, (*trail, path))
        own = {**{name: getattr(base, name) for name in Persona.model_fields}, **own}
    persona = settle(Persona, declared.having(own))
    _check_id(persona, declared)
    _check_moves(persona, declared)
    return persona


def _base(declared: Declared, shipped: Path, trail: tuple[Path, ...]) -> Path:
    """Return the file that a persona extends."""
    reference = declared.data["extends"]
    if not isinstance(reference, str):
        raise declared.error(f"'extends' must name one persona, such as shipped:skeptic, not {reference!r}", "extends")
    is_shipped = reference.startswith(_SHIPPED)
    name = reference.removeprefix(_SHIPPED).strip()
    files = persona_files(shipped if is_shipped else declared.file.parent)
    base = files.get(name)
    if base is None:
        hint = did_you_mean(name, files)
        if not is_shipped and name in persona_files(shipped):
            hint = f"; write {_SHIPPED}{name} for the one that comes with shipskip"
        raise declared.error(
            f"there is no persona {reference!r} to extend{hint or f'; there are {listed(files)}'}", "extends"
        )
    if any(base.resolve() == seen.resolve() for seen in trail):
        path = " extends ".join(each.stem for each in (*trail, base))
        hint = (
            f"; write {_SHIPPED}{name} for the one that comes with shipskip" if name in persona_files(shipped) else ""
        )
        raise declared.error(f"{path}: that never ends{hint}", "extends")
    return base


def _check_id(persona: Persona, declared: Declared) -> None:
    stem = declared.file.stem
    if persona.id == stem:
        return
    if "id" not in declared.data:
        raise declared.error(f"'id' is missing; add: id: {stem}", "extends")
    raise declared.error(
        f"'id' is {persona.id!r}, but the file is called {declared.file.name!r}; make them equal", "id"
    )


def _check_moves(persona: Persona, declared: Declared) -> None:
    """Refuse a signal that belongs to a move which the persona doesn't make."""
    known = [move.name for move in persona.moves]
    for number, signal in enumerate(persona.signals):
        if signal.move is not None and signal.move not in known:
            hint = did_you_mean(signal.move, known) or f"; its moves are {listed(known)}"
            problem = f"the signal {signal.name!r} belongs to an unknown move {signal.move!r}{hint}"
            raise declared.error(problem, "signals", number, "move")

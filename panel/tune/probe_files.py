"""Reading probes: YAML with line numbers, the workspace's own over the shipped ones, whole files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from panel.errors import DeclarationError
from panel.store.declared import Declared
from panel.store.nearest import did_you_mean, listed
from panel.store.settle import settle
from panel.store.shipped import shipped_folder
from panel.store.texts import read_text
from panel.store.workspace import Workspace
from panel.store.yaml_lines import read_yaml
from panel.tune.probe import Probe

FOLDER = "probes"
"""Where probes are, under ``prompts/``: the workspace's own and the shipped ones."""


def probe_files(home: Workspace) -> dict[str, Path]:
    """Return the file of every probe by name: the workspace's own beside the shipped ones, over which it wins."""
    found: dict[str, Path] = {}
    for folder in (shipped_folder("prompts") / FOLDER, home.prompts_folder / FOLDER):
        if folder.is_dir():
            found |= {path.stem: path for path in folder.glob("*.yaml") if not path.name.startswith(".")}
    return dict(sorted(found.items()))


def read_probes(home: Workspace, named: Sequence[str] = ()) -> tuple[Probe, ...]:
    """Return the probes that were named, or all.

    Args:
        home: The workspace.
        named: Names, or files that end in ``.yaml``; none for all that there are.

    Raises:
        DeclarationError: One isn't known or has a mistake, or two have the same name.
    """
    files = probe_files(home)
    found: dict[str, Probe] = {}
    known = list(home.release_paths())
    for name in named or files:
        is_file = name.endswith((".yaml", ".yml")) or "/" in name
        if not is_file and name not in files:
            hint = did_you_mean(name, files) or f"; there are {listed(files)}"
            raise DeclarationError(f"there is no probe {name!r}{hint}, or name a file.yaml")
        probe = read_probe(Path(name) if is_file else files[name], known)
        if probe.name in found:
            raise DeclarationError(f"the probe {probe.name!r} is named twice; name each once")
        found[probe.name] = probe
    return tuple(found.values())


def read_probe(path: Path, known: Sequence[str] | None = None) -> Probe:
    """Read one probe's file.

    Args:
        path: Its file.
        known: Releases that there are; any may be named if not given.

    Raises:
        DeclarationError: One sentence with file and line about the first mistake.
    """
    declared = read_yaml(read_text(path), path)
    if not declared.data:
        raise DeclarationError("this probe is empty; see docs/tuning.md for one", file=path)
    probe = settle(Probe, _in_form(declared))
    if probe.name != path.stem:
        problem = f"'name' is {probe.name!r}, but the file is called {path.name!r}; make them equal"
        raise declared.error(problem, "name")
    for slug in probe.releases if known is not None else ():
        if slug not in (known or ()):
            raise declared.error(f"there is no release {slug!r}{did_you_mean(slug, known or ())}", "releases", slug)
    return probe


def _in_form(declared: Declared) -> Declared:
    """Write the short forms out: a text that is appended, and a language that is translated to."""
    data = dict(declared.data)
    for key in ("base", "do"):
        if key in data:
            data[key] = _steps_in_form(data[key])
    if isinstance(data.get("releases"), dict):
        own = {
            slug: {**each, "do": _steps_in_form(each["do"])} if isinstance(each, dict) and "do" in each else each
            for slug, each in data["releases"].items()
        }
        data["releases"] = own
    return declared.having(data)


_SHORT = {"append_text": "text", "prepend_text": "text", "translate": "to"}


def _steps_in_form(steps: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(steps, tuple):
        return steps
    return tuple(
        {key: _written_out(key, value) for key, value in step.items()} if isinstance(step, dict) else step
        for step in steps
    )


def _written_out(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    return {_SHORT[key]: value} if key in _SHORT and isinstance(value, str) else value

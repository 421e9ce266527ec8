"""Names of models that an editor may choose; never a key, never an address."""

import time
from functools import lru_cache

from panel.llm.reach import reachable
from panel.store.workspace import Workspace

_FRESH_S = 60


def known_models(home: Workspace) -> list[str]:
    """Return what can be asked from here: the workspace's own models first, then what is in reach.

    Raises:
        DeclarationError: The workspace's settings have a mistake.
    """
    configured = sorted(home.panel_settings().speakers)
    return list(dict.fromkeys([*configured, *_in_reach(int(time.monotonic() / _FRESH_S)), "replay"]))


@lru_cache(maxsize=1)
def _in_reach(_: int) -> tuple[str, ...]:
    """Return what is in reach; looked for at most once a minute, since servers are knocked at."""
    return tuple(way.model for way in reachable() if way.state == "ready" and "…" not in way.model)

"""What the shared prefix saves on the embedded llama.cpp: prompt tokens that it really evaluates.

A panel of five on one dossier of 6,000 words, asked over one slot, against five separate reviews that each start cold.
The model is made on the spot: its ballots are noise, its counting of tokens is llama.cpp's own. Decides nothing.
"""

import asyncio
import random
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "llm")]

from tiny_gguf import write_tiny_gguf  # noqa: E402

from panel.domain.call import Call, Parameters, Recipe, Request  # noqa: E402
from panel.domain.release import Dossier, Release, Source  # noqa: E402
from panel.evidence.dossier import read_dossier  # noqa: E402
from panel.llm.embedded import Embedded  # noqa: E402
from panel.llm.schema import ballot_schema  # noqa: E402
from panel.store.workspace import Workspace  # noqa: E402

WORDS = 6_000
CONTEXT = 65_536


def main() -> None:
    """Print both figures and their ratio."""
    home = Workspace(ROOT)
    dossier = read_dossier(_release())
    asked = [_request(home, name, dossier) for name in home.personas()]
    prose = "\n".join(message.content for request in asked for message in request.messages)
    with tempfile.TemporaryDirectory() as folder:
        file = write_tiny_gguf(Path(folder) / "tiny.gguf", context=CONTEXT, prose=prose)
        began = time.perf_counter()
        panel = asyncio.run(_asked(file, asked))
        between = time.perf_counter()
        separate = [call for request in asked for call in asyncio.run(_asked(file, [request]))]
        ended = time.perf_counter()
    print(f"{'seat':12} {'prompt tokens':>14} {'cached':>8} {'evaluated':>10} {'evaluated alone':>16}")
    for request, call, alone in zip(asked, panel, separate, strict=True):
        prompt, cached = call.usage.prompt_tokens or 0, call.usage.cached_tokens or 0
        print(f"{request.persona.id:12} {prompt:14,} {cached:8,} {prompt - cached:10,} {_evaluated([alone]):16,}")
    together, apart = _evaluated(panel), _evaluated(separate)
    print(f"\npanel of {len(asked)}: {together:,} prompt tokens evaluated, {between - began:.1f} s")
    print(f"{len(asked)} separate reviews: {apart:,} prompt tokens evaluated, {ended - between:.1f} s")
    print(f"ratio: {apart / together:.2f}")


async def _asked(file: Path, requests: Sequence[Request]) -> list[Call]:
    room = Embedded(f"gguf:{file}")
    try:
        return await asyncio.gather(*(room.ask(request) for request in requests))
    finally:
        await room.close()


def _request(home: Workspace, persona_id: str, dossier: Dossier) -> Request:
    persona, schema = home.persona(persona_id), ballot_schema()
    recipe = Recipe(
        persona=persona.hash, prompt="", dossier=dossier.hash, model="gguf:tiny.gguf", parameters=Parameters()
    )
    messages = home.prompts().render_ballot(persona, dossier, schema)
    return Request(recipe=recipe, messages=messages, schema=schema, persona=persona, dossier=dossier)


def _release() -> Release:
    """Return a release whose one source has ``WORDS`` words, in sentences of 8 to 24."""
    dice = random.Random(6_000)
    vocabulary = sorted(set(re.findall(r"[a-z]{2,}", (ROOT / "prompts" / "ballot.j2").read_text(encoding="utf-8"))))
    sentences, left = [], WORDS
    while left:
        length = min(left, dice.randint(8, 24))
        sentences.append(" ".join(dice.choice(vocabulary) for _ in range(length)).capitalize() + ".")
        left -= length
    text = "\n\n".join(" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5))
    return Release(slug="long", name="Long", sources=(Source(key="S1", text=text),))


def _evaluated(calls: Sequence[Call]) -> int:
    return sum((call.usage.prompt_tokens or 0) - (call.usage.cached_tokens or 0) for call in calls)


if __name__ == "__main__":
    main()

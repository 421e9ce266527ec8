"""Which version terms are told of: the release's own, an older one's, or that of another thing."""

import re

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import key_of
from panel.evidence.owners import Key, subject
from panel.evidence.peoples import PLACES
from panel.evidence.words import words

PARTS = frozenset(
    words(
        "licence license licensing terms code weights checkpoints source sources core server client model software everything community edition "
        "hardware firmware board boards housing enclosure case electronics design designs drawings schematics app apps backend frontend library "
        "engine daemon cli anyone anybody everyone everybody researchers developers plugin plugins extension extensions tools files github gitlab codeberg sourcehut bitbucket gitea pypi npm hugging face"
    )
)
"""What a sentence may begin with that is the release's own, though it is written like a name."""


def is_of_older(evidence: Evidence, told: str) -> bool:
    """Whether a sentence opens with another version's number than the release's: ``1.x stays under Apache 2.0``."""
    found = _SERIES.match(told)
    ours = {word for word in key_of(evidence.dossier.release.name) if word[0].isdigit()}
    return bool(found and ours and found[1] not in {word.partition(".")[0] for word in ours})


_SERIES = re.compile(
    r"(?:\W|[\w.-]+:\s)?(?:Versions? |The )?v?(\d+)(?:\.(?:x|\d+))+(?: series| line| branch)?(?: and (?:earlier|older|before|below))? (?:is|are|was|were|stays?|remains?|keeps?|still)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is about a line of versions."""


def is_a_version(evidence: Evidence, place: int, key: Key) -> bool:
    """Whether a name is only a number, of a release whose name has none: ``Version 1.0 came out under``; not ``of its parser``."""
    ours = evidence.subject.name | evidence.subject.versions
    if not is_only_a_number(key) or any(word[0].isdigit() for word in ours):
        return False
    passage, last = evidence.passages[place], evidence.before(place)
    behind = [passage.text[name.span[1] :] for name in passage.names if name.key == key]
    if any((of := _VERSION_OF.match(text)) and not evidence.subject.is_ours(key_of(of["what"])) for text in behind):
        return False
    about = subject(evidence.passages[last]) if last is not None else None
    return not (about and about.sure and about.span[0] == 0 and _is_anothers_name(evidence, about.key))


def _is_anothers_name(evidence: Evidence, key: Key) -> bool:
    """Whether a name is neither the release's, nor a part's, nor a number."""
    return not (key <= PARTS or key <= PLACES or is_only_a_number(key) or evidence.subject.is_ours(key))


def is_only_a_number(key: Key) -> bool:
    """Whether a name says nothing but which version: ``Version 1.0``."""
    return {word for word in key if not word[0].isdigit()} <= _CALLED


_VERSION_OF = re.compile(r" of (?!it\b)(?P<what>(?:the |its |our |their )?[\w-]+(?: [A-Z][\w-]+)*)")
"""What stands behind the version of something else: ``Version 3 of its parser``."""

_CALLED = frozenset(words("version release v"))

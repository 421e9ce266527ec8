"""The concepts of a stretch of words: stems without the small words, with synonyms made one."""

from functools import cache, lru_cache

from panel.evidence.conflicts.synonyms import synonyms
from panel.evidence.stems import row
from panel.evidence.stems import stem as stem_of
from panel.evidence.words import words

_EMPTY = frozenset(
    words(
        "the a an and or but if in on at for to of it its we you he she they i there this that these those no not as "
        "by "
        "from with when while after "
        "before what who how why where which is are was were be been being has have had will can could may might must "
        "shall should do does did any some "
        "most many few more less also still yet now then so than too very just only even both either neither all each "
        "every such own other same one "
        "two three into onto over under up down out off about around per via within between during across through "
        "their "
        "his her our your my us them "
        "offer support provid giv give get got hav includ featur come came exist possibl availabl work run use us make "
        "mak let allow permit enabl thing "
        "say said state stat accord report release releas version model tool app product company system service "
        "softwar "
        "program platform compan firm "
        "launch day time year month week today new far way kind part first tak take took bring sell ship it's ar "
        "present "
        "there's built deliver enough "
        "simply fully entirely completely currently already officially actually really quite well whole maker vendor "
        "startup team owner is isn't offici "
        "fact people anyone everyone someone nobody begin began start now's here made licens upon without because "
        "since "
        "until like as ever never "
        "good great big long high low early late least at_all able unable need's anything nothing everything something "
        "board aboard onboard through via contain itself consist pair fit can't github huggingface download"
    )
)
_SAME = """
    employe: staff, employee, worker, headcount, employ; display: screen, panel, monitor; fast: quick, faster,
    quicker, speed, speedup; slow: slower; image: photo, pictur; requir: need, demand, necessary, mandatory;
    account: signup, login, log-in; memory: ram; price: cost, pric; physician: doctor; find: found, uncover, detect,
    discover; sign-in: signin; weight: weigh, heavy, light; rank: ranking, plac, position; scor: score, point, mark,
    reach, achiev; certif: certification, certificat, certifi, certify; train: training; encrypt: encryption,
    encrypted; self-host: selfhost; compatibl: compatibility; user: customer, personal; batter: battery, batterie;
    build: builds; integrat: integration, integrate; storage: storag; profit: profitabl; tun:
    tuning; europ: eu, european, europe; america: usa, american; britain: uk, british
"""
"""Stems that mean the same: the one that stands for all, and the others."""


def concepts(text: str, own: frozenset[str]) -> frozenset[str]:
    """Return the concepts that a stretch of text speaks of.

    Args:
        text: A clause or a sentence.
        own: Words of the release's and its vendor's names, which say nothing about what is said of them.
    """
    line = row(text)
    return frozenset(
        concept
        for stem, kind, (start, end) in zip(line.stems, line.kinds, line.spans, strict=True)
        if kind == "w" and text[start:end].lower() not in own and (concept := concept_of(stem))
    )


@lru_cache(maxsize=5_000)
def concept_of(stem: str) -> str:
    """Return what a stem stands for; nothing for small words."""
    if found := _same().get(stem):
        return found
    return "" if stem in _empty() or len(stem) < 2 else stem


@cache
def _empty() -> frozenset[str]:
    """Return the small words and their stems."""
    return _EMPTY | {stem_of(word) for word in _EMPTY}


@cache
def _same() -> dict[str, str]:
    return synonyms(_SAME)

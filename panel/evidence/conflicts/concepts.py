"""The concepts of a stretch of words: stems without the small words, with synonyms made one."""

from functools import cache

from panel.evidence.stems import row
from panel.evidence.stems import stem as stem_of

_EMPTY = frozenset(
    "the a an and or but if in on at for to of it its we you he she they i there this that these those no not as by from with when while after "
    "before what who how why where which is are was were be been being has have had will can could may might must shall should do does did any some "
    "most many few more less also still yet now then so than too very just only even both either neither all each every such own other same one "
    "two three into onto over under up down out off about around per via within between during across through their his her our your my us them "
    "offer support provid giv give get got hav includ featur come came exist possibl availabl work run use us make mak let allow permit enabl thing "
    "say said state stat accord report release releas version model tool app product company system service softwar program platform compan firm "
    "launch day time year month week today new far way kind part first tak take took bring sell ship it's ar present there's built deliver enough "
    "simply fully entirely completely currently already officially actually really quite well whole maker vendor startup team owner is isn't offici "
    "fact people anyone everyone someone nobody begin began start now's here made licens upon without because since until like as ever never "
    "good great big long high low early late least at_all able unable need's anything nothing everything something board aboard onboard through via contain itself consist pair fit can't github huggingface download".split()
)
_SAME = {
    "staff": "employe", "employee": "employe", "worker": "employe", "headcount": "employe", "employ": "employe", "screen": "display", "panel": "display",
    "monitor": "display", "quick": "fast", "faster": "fast", "quicker": "fast", "speed": "fast", "speedup": "fast", "slower": "slow", "photo": "image",
    "pictur": "image", "need": "requir", "demand": "requir", "necessary": "requir", "mandatory": "requir", "signup": "account", "login": "account",
    "log-in": "account", "memory": "memory", "ram": "memory", "cost": "price", "pric": "price", "doctor": "physician", "physician": "physician", "found": "find",
    "uncover": "find", "detect": "find", "discover": "find", "bug": "bug", "signin": "sign-in", "weigh": "weight", "heavy": "weight", "light": "weight",
    "judg": "judg", "ranking": "rank", "plac": "rank", "position": "rank", "score": "scor", "point": "scor", "mark": "scor", "reach": "scor", "achiev": "scor",
    "certification": "certif", "upload": "upload", "train": "train", "training": "train", "encryption": "encrypt", "encrypted": "encrypt",
    "selfhost": "self-host", "compatibility": "compatibl", "user": "user", "customer": "user", "personal": "user", "battery": "batter",
    "batterie": "batter", "builds": "build", "integration": "integrat", "integrate": "integrat", "storag": "storage", "profitabl": "profit", "accept": "input", "tak": "input", "certificat": "certif", "certifi": "certif", "certify": "certif", "tuning": "tun", "eu": "europ", "european": "europ", "europe": "europ", "usa": "america", "american": "america", "uk": "britain", "british": "britain",
}  # fmt: skip


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


def concept_of(stem: str) -> str:
    """Return what a stem stands for; nothing for small words."""
    if found := _SAME.get(stem):
        return found
    return "" if stem in _empty() or len(stem) < 2 else stem


@cache
def _empty() -> frozenset[str]:
    """Return the small words and their stems."""
    return _EMPTY | {stem_of(word) for word in _EMPTY}

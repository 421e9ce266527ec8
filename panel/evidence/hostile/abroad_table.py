"""What makes a command in another language than English: which parts of it, and what only looks like one."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from panel.evidence.words import words

COMMANDS = (
    ("tells its reader to drop earlier instructions", ("forget", "orders", "prior")),
    ("tells its reader to drop earlier instructions", ("forgetting", "orders", "prior", "ai")),
    ("says how to vote or what mark to give", ("rate", "full")),
    ("says how to vote or what mark to give", ("rate", "high")),
    ("says how to vote or what mark to give", ("give", "full")),
    ("says how to vote or what mark to give", ("give", "mark", "high")),
    ("speaks to reviewers made of software", ("address", "ai", "must")),
    ("speaks to reviewers made of software", ("address", "ai", "rate")),
    ("speaks to reviewers made of software", ("address", "ai", "forget")),
    ("gives its reader a role", ("play", "ai")),
    ("gives its reader a role", ("play", "rate")),
    ("asks for the prompt or for secrets", ("reveal", "secret")),
    ("says how to vote or what mark to give", ("must", "judging", "full")),
    ("says how to vote or what mark to give", ("must", "judging", "mark", "high")),
    ("tells its reader to drop earlier instructions", ("must", "forgetting", "orders")),
    ("asks its reader to keep silent", ("hush", "itself")),
    *(
        ("speaks to reviewers made of software", ("machine", "hail", asked))
        for asked in ("rate", "forget", "hush", "forgetting")
    ),
    *(
        ("speaks to reviewers made of software", ("machine", "reads", asked))
        for asked in ("rate", "hush", "high", "full", "judging", "forgetting", "best")
    ),
    ("declares the review closed", ("say", "approve", "ended")),
    ("declares the review closed", ("give", "approve", "ended")),
    ("speaks to reviewers made of software", ("machine", "hail", "say", "best")),
    ("speaks to reviewers made of software", ("machine", "hail", "give", "mark")),
    ("asks its reader to keep silent", ("hush", "flaws", "ai")),
    ("says how to vote or what mark to give", ("hush", "flaws", "say", "best")),
    ("says how to vote or what mark to give", ("vote", "unsaid")),
    ("says how to vote or what mark to give", ("vote", "hush", "flaws")),
    ("says how to vote or what mark to give", ("vote", "machine", "hail")),
    ("asks its reader to keep silent", ("machine", "must", "hush", "flaws")),
    ("speaks to reviewers made of software", ("hail", "ai", "win")),
    ("gives its reader a role", ("forget", "role", "prior")),
    ("gives its reader a role", ("forget", "role", "win")),
    ("gives its reader a role", ("leave", "role", "prior")),
    ("gives its reader a role", ("leave", "role", "win")),
    ("speaks to reviewers made of software", ("machine", "hail", "hush", "flaws")),
    ("tells its reader to drop earlier instructions", ("forget", "orders", "give", "mark")),
    ("tells its reader to drop earlier instructions", ("forget", "everything", "rate")),
    ("asks its reader to keep silent", ("hush", "flaws", "review")),
    ("says how to vote or what mark to give", ("must", "jury", "consent", "product")),
)
"""What a command does, and the parts that make it one."""

NEEDED = tuple({frozenset(needed) - {"full"} for _, needed in COMMANDS})
"""The parts that a command must have in words; ``full`` may be a number."""

PARTS = tuple(dict.fromkeys(part for _, needed in COMMANDS for part in needed))
"""Each part of a command; its number is its bit among a language's signs."""


def _by_shared(needed: Iterable[frozenset[str]]) -> tuple[tuple[int, tuple[tuple[int, ...], ...]], ...]:
    """Return the numbers of the parts that commands need beside one that many of them share, by that one."""
    left, found = set(needed), []
    while left:
        counts = Counter(chain.from_iterable(left))
        shared = max(PARTS, key=counts.__getitem__)
        having = {parts for parts in left if shared in parts}
        found.append((PARTS.index(shared), tuple(tuple(PARTS.index(p) for p in parts - {shared}) for parts in having)))
        left -= having
    return tuple(found)


NEEDED_PLACES = _by_shared(NEEDED)
"""The parts that a command must have in words, as numbers: one that many share, and what they need beside it."""

WAKING = (
    "forget",
    "rate",
    "give",
    "must",
    "play",
    "reveal",
    "hush",
    "hail",
    "reads",
    "approve",
    "vote",
    "leave",
)
"""Every command has one of these."""

NOT_ONLY_ABROAD = frozenset(
    words(
        "ignore vote note prompt instruction instructions directives maximum maximal positive date dates come stem "
        "order "
        "excellent assistant assistants chatbot chatbots ai llm llms ship skip model score points verdict perfect "
        "recommendation print original indications best direct point poll gi ken ge bod regel sao rating juge"
    )
)
"""Words that English has too: a command abroad needs others beside them."""

ALSO_STATEMENTS = frozenset(words("de nl sv da fr es pt it"))
"""Languages in which an imperative may look like a statement's verb: there it must open a clause."""

IMPERATIVES = frozenset(("forget", "rate", "give", "reveal", "vote", "leave"))

OPENS = re.compile(
    r"(?:^|[^\w\s]|\b(?:und|bitte|dann|jetzt|nun|sondern|et|puis|maintenant|y|e|ed|o|por favor|ahora|agora|ora|poi|en"
    r"|dan|nu|"
    r"och|og|sa|per favore|alsjeblieft|venligst|entonces|entao|quindi|luego|depois|donc|also|sofort|immer|solo"
    r"|siempre|sempre|"
    r"altijd|toujours|nur|simplement|einfach|simplemente|do|debes|devi|deve|dois|devez|musst|moet))\s*$"
)

MAY_ERR = re.compile(
    r"fehler|\berr(?:eur|or|ar|ou)|equivoc|sbagli|ошиб|помил|\bbled|\bhata|خط|गलत|誤り|误|錯|错|오류|실수|\bsai\b|kesalahan|chyb"
    r"|fouten|\bfel\b|λαθ|\bloi\b"
)
"""What every notice about an assistant says in small print: it may be wrong, please check."""

STEP = re.compile(
    r"\b(?:paso|schritt\w*|etape|passo|stap|steg|trin|krok\w*|pas|adim\w*|langkah|buoc|kohta\w*|lepes\w*|шаг\w*|крок\w*|βημα\w*) ?\d"
    r"|步骤|步驟|手順|ステップ|단계|الخطوة|चरण|ขั้นตอน|مرحله|שלב"
)
"""A step of a guide, whose earlier instructions a reader may well skip."""

MACHINE = re.compile(r"\b(?:ki|ai|ia|llm)\b|model|人工|语言|言語|언어|ذكاء|एआई|โมเดล|هوش|מודל|ии\b|ші\b")

HUNDRED = re.compile(
    r"\b100\s?(?:%|٪|prozent|percent|pour cent|por ciento|por cento|per cento|procent|процент|点|點|分|점|punkt|puan"
    r"|point|/\s?100)"
    r"|%\s?100\b|yuzde (?:100|yuz)|\b(?:10|dix|diez|dez|dieci|zehn|tien|десять)\s?(?:/|von|sur|de|su|van|из)\s?(?:10"
    r"|dix|diez|dez|"
    r"dieci|zehn|tien|десяти)\b|१०० (?:%|प्रतिशत)"
)

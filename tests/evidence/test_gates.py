"""No cheap sign keeps a text from an expression that would find something in it.

Texts are made from the expressions themselves, so that whoever adds a word to one and forgets its sign is told here.
"""

import re

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from panel.evidence import date_forms, date_reading, licences
from panel.evidence.conflicts import (
    baselines,
    denial_signs,
    differing,
    exclusive,
    quoted,
    spelt_counts,
    version_signs,
    wording,
)
from panel.evidence.facts import free, reductions, unasked
from panel.evidence.grounding.denied import absences, circumstances, lacking, scope, shortfalls
from panel.evidence.hostile import forged, labels
from panel.evidence.lookup import layout
from panel.evidence.lowered import lowered, word_set


def words_of(known):
    """A gate that opens for a text with one of some words."""
    return lambda text: not word_set(text).isdisjoint(known)


def letters_of(known):
    """A gate that opens for a text with some letters, whatever their case."""
    return lambda text: any(each in lowered(text) for each in known)


def either(*gates):
    """A gate that opens where one of several does."""
    return lambda text: any(gate(text) for gate in gates)


def names_licence(text, signs):
    """Whether a text passes all that is asked before a licence's expression."""
    hinted = licences._LETTERS.search(text) and licences._HINT.search(text)
    return bool(hinted) and any(each in text for each in signs)


GATES = {
    "baselines": (baselines._may_compare, baselines._BASELINE),
    "before": (letters_of(baselines._LEADING), baselines._BEFORE),
    "denials": (denial_signs._may_deny, denial_signs.DENIAL),
    "tried": (words_of(differing._TRIERS), differing._TRIED),
    "heard": (either(words_of(differing._HEARING), letters_of(["spokes"])), differing._HEARD),
    "without": (words_of(differing._BARE), differing._WITHOUT),
    "switched": (words_of(differing._CONDITIONS), differing._SWITCHED),
    "next": (words_of(differing._NEXT), differing._ITS_NEXT),
    "relatives": (differing._may_relate, re.compile(differing._RELATIVE.replace("{own}", ""), re.IGNORECASE)),
    "only": (either(words_of(exclusive._CUES), letters_of(["exclusive"])), exclusive._ONLY),
    "otherwise": (words_of(quoted._DIFFERING), quoted._DIFFERS),
    "unpaid": (words_of(version_signs._UNPAID), version_signs._FREE),
    "labels": (words_of(version_signs._LABELS), version_signs._LABEL),
    "free": (lambda text: free._may_be_free(text, word_set(text)), free._FREE),
    "nothing sold": (words_of(free._WORDS_OF_SALE), free._NOTHING_SOLD),
    "not free": (words_of(free._WORDS_OF_DENIAL), free._NO_FREE),
    "trial": (words_of(free._WORDS_OF_TRIAL), free._TRIAL),
    "plan": (words_of(["free"]), free._PLAN),
    "to come": (words_of(["free"]), free._TO_COME),
    "reduced": (reductions._may_be_reduced, reductions._REDUCED),
    "given": (words_of(unasked._WORDS_OF_GIVING), unasked._GIVEN),
    "ranged": (words_of(unasked._WORDS_OF_RANGE), unasked._RANGED),
    "absent": (words_of(absences._LACKING), absences._NO),
    "excepted": (words_of(circumstances._EXCEPTING), circumstances._EXCEPT),
    "isn't there": (words_of(lacking._ISNT_WORDS), lacking._ISNT),
    "every so often": (words_of(scope._EVERY), scope._EVERY_SO),
    "adverbs": (words_of(scope._OFTEN), scope._ADVERB),
    "only at last": (words_of(["only"]), scope._ONLY_LAST),
    "may lack": (shortfalls._may_lack, shortfalls._MAY),
    "prices": (layout._may_price, layout._MONEY),
    "polled": (letters_of(forged._POLL_HINTS), forged._POLLED),
    "named": (lambda text: any(hint.search(text) for hint in labels._NAMED_HINTS), labels._NAMED),
    **{f"lacks {number}": (words_of(signs), pattern) for number, (signs, pattern) in enumerate(lacking._FORMS)},
    **{f"count {read.__name__}": (words_of(cues), pattern) for cues, pattern, read in spelt_counts._READERS},
    **{
        f"wording {sign}": (
            either(words_of(cues), letters_of(wording._LATER_PARTS if sign == "one is of later" else [])),
            wording._OF_ONE[sign],
        )
        for sign, cues in wording._CUES.items()
    },
    **{
        f"licence {number} {name}": (lambda text, signs=signs: names_licence(text, signs), pattern)
        for number, (pattern, name, signs) in enumerate(licences._compiled())
    },
    **{
        f"date {number}": (lambda text, needed=needed: needed <= set(date_reading._traits(text)), pattern)
        for number, (needed, pattern, _) in enumerate(date_forms.forms())
    },
}
"""By name: whether a text may have what an expression finds, and the expression."""


@pytest.mark.parametrize("name", GATES)
def test_no_gate_keeps_out_what_is_found(name):
    """Whatever an expression finds, alone or within a sentence, its gate lets through."""
    may, pattern = GATES[name]
    tried = []
    spelt = re.compile(pattern.pattern.replace("(?=", "(?:"), pattern.flags)  # what must follow is made as well

    @seed(1)
    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(spelt, fullmatch=True))
    def holds(made):
        plain = re.sub(r"\s", " ", made)  # sentences have no other space
        for text in (plain, f"It {plain} now"):
            if pattern.search(text):
                tried.append(text)
                assert may(text), text

    holds()
    assert tried

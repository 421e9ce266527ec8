"""Words that can't be what a number counts, and end what it does."""

from panel.evidence.words import words

NOUNLESS = frozenset(
    words(
        "a an the and or nor but of on in at to from for with by as than that which who whom whose while when where if "
        "is was are were be been being has have had do does did will would can could may might must shall should not "
        "it its their his her they we you i this these those there here then so because although though after before "
        "per each every out behind ahead versus vs via into onto over under against compared places beats costs scores "
        "puts makes ranks supports runs gets trails means gives takes says plus about between during across within "
        "only just also still already now both all more less most least only alone yet using matches leads wins "
        "instead now today und der die das pro mit von de la le et y con por "
        "cost make do go run come take need get give work beat win lose reach cover want fit stay mean let keep help sit "
        "isn't aren't wasn't weren't doesn't don't didn't can't won't hasn't haven't couldn't wouldn't "
        "isn’t aren’t wasn’t weren’t doesn’t don’t didn’t can’t won’t hasn’t haven’t couldn’t wouldn’t"
    )
)

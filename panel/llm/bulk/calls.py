"""Answers that came in bulk, as the ledger's calls."""

import datetime as dt

from panel.domain.call import Call
from panel.llm.answer import answered_by, usage_of, words_of
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.nouns import Answer, Posted
from panel.llm.ladder import Rung


def call_of(answer: Answer, model: str, *, rung: Rung, cost_usd: float | None) -> Call:
    """Return an answer that came in bulk as a call; how long it took is nobody's business, so that is 0."""
    completion = answer.completion
    text, finish_reason = words_of(completion)
    return Call(
        request=answer.request,
        model=model,
        answered_by=answered_by(completion) or model,
        text=text,
        finish_reason=finish_reason,
        rung=rung,
        usage=usage_of(completion),
        cost_usd=cost_usd,
        at=dt.datetime.now(dt.UTC),
    )


def with_call(answer: Answer, lane: Lane, posted: Posted) -> tuple[Answer, Call | None]:
    """Return what came back for a line of a batch, with its call if it was answered.

    One that was refused for its rung may be sent again, if there is a lower rung.
    """
    if answer.about_structure and lane.ladder.step_down(posted.rung):
        return Answer(answer.request, "crowded", reason=answer.reason), None
    if answer.completion is None:
        return answer, None
    return answer, call_of(answer, lane.model, rung=posted.rung, cost_usd=lane.price(answer.completion))

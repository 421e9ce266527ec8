"""A comparison's texts drafted by a model; what the dossiers and the counts don't bear out is cut."""

from collections.abc import Iterator, Sequence

from panel.domain.call import Call, Recipe, Request
from panel.domain.comparison import Comparison
from panel.domain.noun import fingerprint
from panel.domain.release import Dossier
from panel.domain.verdict import Finding
from panel.evidence.accounts import Account, Line, called
from panel.evidence.price_read import price_read
from panel.evidence.visible import one_line, visible
from panel.evidence.write_ups import check_sentence
from panel.hearing.asking import hear, recall
from panel.hearing.disclosure import disclose
from panel.hearing.poll import Bench
from panel.llm.reading_write_up import PARTS, Said, WriteUp, read_write_up
from panel.llm.schema import write_up_schema
from panel.store.prompts import COMPARE

LONGEST_QUOTE = 400
"""Characters of a ballot's quote that the record repeats."""


async def draft(comparison: Comparison, dossiers: Sequence[Dossier], model: str, bench: Bench) -> Comparison:
    """Return a comparison with the texts that a model wrote, as far as they hold.

    Every sentence is checked against what it cites; one that isn't borne out is dropped, and becomes a finding. A text
    of which nothing is left, and a bottom line that doesn't say what was counted, keep the words made by rules. Where
    no answer can be had, all texts do.

    Args:
        comparison: With texts made by rules.
        dossiers: What was read of each release, in order.
        model: Who writes.
        bench: Prompts, gateway and ledger.

    Raises:
        DeclarationError: The template or the model's name can't be used.
    """
    account = account_of(comparison, dossiers)
    heard = await hear(_request(account, model, bench), _read, bench)
    if heard.said is None:
        why = heard.error.problem if heard.error else "it gave no answer"
        found = Finding(kind="no-write-up", text=f"{model} wrote no texts ({why}); they are made by rules.")
        return comparison.model_copy(update={"findings": (*comparison.findings, found)})
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for part in PARTS:
        kept, wrong = _sifted(part, getattr(heard.said, part), account)
        findings += [each.model_copy(update={"persona": None}) for each in wrong]
        if kept and (part != "bottom_line" or _says_the_call(kept, account)):
            texts[part] = " ".join(said.text for said in kept)
        elif kept:
            text = "The bottom line doesn't say what was counted; the one made by rules stands."
            findings.append(Finding(kind="replaced", text=text, passage=" ".join(said.text for said in kept)))
    speakers = [
        *(each for verdict in comparison.verdicts for each in verdict.provenance.models),
        *_choosers(comparison),
    ]
    own = {"written_by": heard.answered_by} if texts else {}
    note = (
        f" {heard.answered_by} drafted the texts; sentences that the sources don't bear out were cut." if texts else ""
    )
    return comparison.model_copy(
        update={
            **texts,
            **own,
            "findings": (*comparison.findings, *findings),
            "disclosure": f"{disclose(speakers)}{note}",
        }
    )


async def undrafted(
    comparison: Comparison | None, dossiers: Sequence[Dossier], model: str, bench: Bench
) -> Request | None:
    """Return what would have to be asked for a comparison's texts; None where a readable answer is stored.

    Without a comparison, as before its verdicts are there, the request lacks the lines of the record.
    """
    if comparison is None:
        return _request(_account(dossiers, ()), model, bench)
    request = _request(account_of(comparison, dossiers), model, bench)
    stored = await recall(request, _read, bench)
    return request if stored is None or stored.said is None else None


def account_of(comparison: Comparison, dossiers: Sequence[Dossier]) -> Account:
    """Return what a comparison's texts may rest on: the dossiers, and a record of what was counted."""
    lines = enumerate(_lines(comparison), start=1)
    record = tuple(Line(f"R.{number}", _inert(text), frozenset(about)) for number, (text, about) in lines)
    votes = {
        (split.title, verdict.slug): vote
        for split in comparison.splits
        for verdict, vote in zip(comparison.verdicts, split.votes, strict=True)
        if vote is not None
    }
    cheapest = price_read([verdict.release for verdict in comparison.verdicts]).cheapest
    return _account(dossiers, record, votes, comparison.recommendation, cheapest)


def _account(
    dossiers: Sequence[Dossier],
    record: tuple[Line, ...],
    votes: dict[tuple[str, str], str] | None = None,
    recommendation: str | None = None,
    cheapest: str | None = None,
) -> Account:
    names = called([dossier.release for dossier in dossiers])
    unpriced = frozenset(each.release.slug for each in dossiers if not each.release.pricing.amount)
    return Account(tuple(dossiers), record, votes or {}, recommendation, cheapest, unpriced, names)


def _lines(comparison: Comparison) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what was counted, line by line, each with the releases that it is about."""
    names = {verdict.slug: verdict.release.name for verdict in comparison.verdicts}
    every = list(names)
    for verdict in comparison.verdicts:
        counted = verdict.tally.headline.replace(" ship: ", " ship, ", 1)
        yield f"Panel on {names[verdict.slug]}: {counted}.", [verdict.slug]
    for split in comparison.splits:
        for verdict, vote in zip(comparison.verdicts, split.votes, strict=True):
            ballot = next((each for each in verdict.ballots if each.persona == split.persona), None)
            if ballot is not None:
                quote = ballot.quote if len(ballot.quote) <= LONGEST_QUOTE else f"{ballot.quote[:LONGEST_QUOTE]}…"
                yield f"{split.title} votes {vote} on {names[verdict.slug]}: “{quote}”", [verdict.slug]
            elif vote == "spoiled":
                yield f"The ballot of {split.title} on {names[verdict.slug]} was spoiled.", [verdict.slug]
    yield f"By rules: {comparison.bottom_line}", every
    for duel in comparison.head_to_head:
        if duel.basis == "asked":
            yield f"Head to head, {names[duel.a]} against {names[duel.b]}: {duel.summary}", [duel.a, duel.b]
    yield f"Pricing by rules: {comparison.pricing_read}", every
    for advice in comparison.readers:
        yield advice.text, [advice.release] if advice.release else every
    if comparison.recommendation is not None:
        yield f"The recommendation is to ship with {names[comparison.recommendation]}.", [comparison.recommendation]
    else:
        yield "There is no recommendation: it is too close to call.", every


def _inert(text: str) -> str:
    return one_line(visible(text)).replace("<<<", "⟨⟨⟨").replace(">>>", "⟩⟩⟩")


def _request(account: Account, model: str, bench: Bench) -> Request:
    schema = write_up_schema()
    record = [f"[{line.key}] {line.text}" for line in account.record]
    recipe = Recipe(
        persona="",
        prompt=fingerprint([bench.prompts.hash_of(COMPARE), schema, record]),
        dossier=fingerprint([dossier.hash for dossier in account.dossiers]),
        model=bench.gateway.identity(model),
        parameters=bench.parameters,
    )
    messages = bench.prompts.render_comparison(account.dossiers, record, schema)
    return Request(recipe=recipe, turn="write-up", messages=messages, schema=schema, dossier=account.dossiers[0])


def _read(call: Call) -> WriteUp:
    return read_write_up(call.text, finish_reason=call.finish_reason)


def _sifted(part: str, said: Sequence[Said], account: Account) -> tuple[list[Said], list[Finding]]:
    """Return the sentences that hold, and findings on those that don't."""
    kept, wrong = [], []
    for each in said:
        why = check_sentence(each.text, each.cites, account)
        if why is None:
            kept.append(each)
            continue
        text = f"Cut from the {part.replace('_', ' ')}: {why}"
        wrong.append(Finding(kind="unsupported", text=text, passage=each.text, cites=each.cites))
    return kept, wrong


def _says_the_call(kept: Sequence[Said], account: Account) -> bool:
    """Whether a bottom line says which release is recommended, or that none is."""
    text = " ".join(said.text for said in kept)
    if account.recommendation is None:
        return "too close to call" in text.lower() or "no call" in text.lower()
    return account.recommendation in {slug for _, _, slug in account.mentions(text)}


def _choosers(comparison: Comparison) -> Iterator[str]:
    for duel in comparison.head_to_head:
        for seat in duel.seats:
            yield from (answer.model for answer in seat.answers if answer.choice is not None)

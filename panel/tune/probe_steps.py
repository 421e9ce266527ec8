"""Doing to a release what a probe declares: pure changes from one dossier to another."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from panel.domain.release import Dossier, Pricing, Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.masking import mask
from panel.tune.probe import FactsInstead, Insertion, Replacement, Step, Translation, filled

OWN = "own"
"""Stands in ``swap_vendor`` for the release's own vendor."""

Translated = Mapping[tuple[str, str], str | None]
"""(Text, language) → its translation; None where it couldn't be had."""


class CannotApply(Exception):
    """A probe does nothing to a release; the text says why, as a clause."""


@dataclass(frozen=True)
class Variant:
    """What a seat is shown of a release in one arm of a probe."""

    dossier: Dossier
    """The dossier."""
    bare: bool = False
    """Whether the persona has only its name and title."""


def variant(release: Release, steps: Sequence[Step], translated: Translated | None = None) -> Variant:
    """Return a release with all changes made, in order; names are hidden last, whatever the order.

    Of several replacements, one at least must find what it looks for.

    Raises:
        CannotApply: A change can't be made on this release.
    """
    changed = release
    looked_for, found = [], False
    for step in steps:
        for name, change in _CHANGES.items():
            if (value := getattr(step, name)) is not None:
                changed = change(changed, value)
        if step.translate is not None:
            changed = _translated(changed, step.translate, translated or {})
        if step.replace is not None:
            looked_for.append(step.replace.find)
            before, changed = changed, _replaced(changed, step.replace)
            found = found or changed != before
    if looked_for and not found:
        raise CannotApply(f"{looked_for[0]!r} doesn't stand in it")
    dossier = read_dossier(changed)
    vendors = [step.swap_vendor for step in steps if step.swap_vendor is not None]
    if vendors or any(step.mask_names for step in steps):
        dossier = _masked(dossier, vendors[-1] if vendors else None)
    return Variant(dossier, bare=any(step.bare_persona for step in steps))


def pair_of_variants(
    release: Release, base: Sequence[Step], steps: Sequence[Step], translated: Translated | None = None
) -> tuple[Variant, Variant]:
    """Return what stands on both sides of a probe.

    Raises:
        CannotApply: There is no difference between the two.
    """
    before, after = variant(release, base, translated), variant(release, steps, translated)
    if before.dossier.hash == after.dossier.hash and before.bare == after.bare:
        raise CannotApply("nothing in it changes")
    return before, after


def texts_of(release: Release) -> Iterator[str]:
    """Yield what is to be translated of a release: titles and texts of its sources."""
    for source in release.sources:
        yield from (text for text in (source.title, source.text) if text and text.strip())


def _reversed(release: Release, _: bool) -> Release:
    if len(release.sources) < 2:
        raise CannotApply("it has only one source")
    return _with(release, release.sources[::-1])


def _dropped(release: Release, which: str) -> Release:
    if len(release.sources) < 2:
        raise CannotApply("it has only one source")
    place = _place(release, which)
    return _with(release, [source for number, source in enumerate(release.sources) if number != place])


def _repeated(release: Release, which: str) -> Release:
    return _with(release, [*release.sources, release.sources[_place(release, which)]])


def _appended(release: Release, insertion: Insertion) -> Release:
    return _inserted(release, insertion, lambda old, new: f"{old}\n\n{new}")


def _prepended(release: Release, insertion: Insertion) -> Release:
    return _inserted(release, insertion, lambda old, new: f"{new}\n\n{old}")


def _inserted(release: Release, insertion: Insertion, joined: Callable[[str, str], str]) -> Release:
    text = _filled(insertion.text, release).strip("\n")
    places = range(len(release.sources)) if insertion.to == "all" else [_place(release, insertion.to)]
    return _with_texts(release, {place: joined(release.sources[place].text.strip("\n"), text) for place in places})


def _replaced(release: Release, change: Replacement) -> Release:
    name, vendor = re.escape(release.name), re.escape(release.vendor or "")
    _need_vendor(change.find, release)
    pattern = filled(change.find, name, vendor) if change.regex else re.escape(_filled(change.find, release))
    put = _filled(change.put, release)
    if change.regex:  # a backslash in a name is no group
        put = filled(change.put, release.name.replace("\\", r"\\"), (release.vendor or "").replace("\\", r"\\"))
    found = re.compile(pattern, re.IGNORECASE if change.ignore_case else 0)
    texts, left = {}, change.times
    for place, source in enumerate(release.sources):
        if change.times and not left:
            break
        text, count = found.subn(put if change.regex else lambda _: put, source.text, count=left)
        texts[place], left = text, left - count if change.times else 0
    return _with_texts(release, texts)


def _rewritten(release: Release, texts: Mapping[str, str]) -> Release:
    keys = [source.key for source in release.sources]
    for key in texts:
        if key not in keys:
            raise CannotApply(f"it has no source {key}")
    return _with_texts(release, {keys.index(key): text.strip("\n") for key, text in texts.items()})


def _restated(release: Release, facts: FactsInstead) -> Release:
    said = {name: value for name, value in facts.model_dump(exclude_none=True).items() if name != "pricing"}
    if facts.pricing is not None:
        said["pricing"] = Pricing(entry=facts.pricing)
    return release.model_copy(update={name: _filled_fact(value, release) for name, value in said.items()})


_CHANGES: dict[str, Callable[..., Release]] = {
    "reverse_sources": _reversed,
    "drop_source": _dropped,
    "repeat_source": _repeated,
    "append_text": _appended,
    "prepend_text": _prepended,
    "sources": _rewritten,
    "facts": _restated,
}
"""What each change of a release's own texts and facts does."""


def _translated(release: Release, wanted: Translation, translated: Translated) -> Release:
    known = {text: translated.get((text, wanted.to)) for text in texts_of(release)}
    if not known or None in known.values():
        asked = any((text, wanted.to) in translated for text in known)
        problem = "it couldn't be translated" if asked else f"its text in {wanted.to} isn't there"
        raise CannotApply(
            f"{problem}; name who translates with --translator MODEL, or put the text under 'releases' in the probe"
        )
    sources = [
        source.model_copy(
            update={
                "text": known.get(source.text, source.text),
                "title": known.get(source.title, source.title) if source.title else None,
                "language": wanted.tag or source.language,
            }
        )
        for source in release.sources
    ]
    return _with(release, sources)


def _masked(dossier: Dossier, vendors: Sequence[str] | None) -> Dossier:
    """Hide names; where vendors are named, put one in the place of what hides the own one."""
    masked = mask([dossier])
    if masked.leaks:
        raise CannotApply(f"names can still be read in it once they are hidden ({', '.join(masked.leaks)})")
    (hidden,) = masked.dossiers
    if vendors is None:
        return hidden
    label, own = hidden.release.vendor, dossier.release.vendor
    if label is None or own is None:
        raise CannotApply("it states no vendor")
    vendor = own if tuple(vendors) == (OWN,) else _other(vendors, own, dossier.release.slug)
    kin = re.compile(rf"\b{re.escape(label.removeprefix('Vendor '))}-product (?=\d)")

    def renamed(text: str) -> str:
        return kin.sub(lambda _: f"{vendor} product ", text.replace(label, vendor))

    sentences = tuple(each.model_copy(update={"text": renamed(each.text)}) for each in hidden.sentences)
    tagline = hidden.release.tagline
    sources = tuple(
        source.model_copy(
            update={name: renamed(text) for name in ("title", "publisher") if (text := getattr(source, name))}
        )
        for source in hidden.release.sources
    )
    release = hidden.release.model_copy(
        update={"vendor": vendor, "tagline": renamed(tagline) if tagline else None, "sources": sources}
    )
    return Dossier(release=release, sentences=sentences)


def _other(vendors: Sequence[str], own: str, slug: str) -> str:
    """Return one of these vendors that isn't the own one; a hash of the slug decides, the same in every run."""
    mine = own.casefold()
    others = [each for each in vendors if each.casefold() not in mine and mine not in each.casefold()]
    if not others:
        raise CannotApply(f"its own vendor {own!r} is the only one that the probe names")
    return others[int(hashlib.sha256(slug.encode()).hexdigest(), 16) % len(others)]


def _place(release: Release, which: str) -> int:
    count = len(release.sources)
    place = {"first": 0, "last": count - 1}.get(which, -1 if not which.isdigit() else int(which) - 1)
    if not 0 <= place < count:
        raise CannotApply(f"it has no source {which}")
    return place


def _with(release: Release, sources: Sequence[Source]) -> Release:
    """Return a release with other sources, numbered anew in their order."""
    numbered = (source.model_copy(update={"key": f"S{n}"}) for n, source in enumerate(sources, start=1))
    return release.model_copy(update={"sources": tuple(numbered)})


def _with_texts(release: Release, texts: Mapping[int, str]) -> Release:
    sources = [
        source.model_copy(update={"text": texts[place]}) if place in texts else source
        for place, source in enumerate(release.sources)
    ]
    return _with(release, sources)


def _filled(text: str, release: Release) -> str:
    _need_vendor(text, release)
    return filled(text, release.name, release.vendor or "")


def _filled_fact(value: str | Pricing, release: Release) -> str | Pricing:
    return value if isinstance(value, Pricing) else _filled(value, release)


def _need_vendor(text: str, release: Release) -> None:
    if "{vendor}" in text and not release.vendor:
        raise CannotApply("it states no vendor")

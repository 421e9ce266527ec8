"""What the verbs that take documents in print about them."""

from collections.abc import Iterable

import click

from panel.domain.intake import FeedRead, Taken
from panel.publish.inert import inert


def show_taken(taken: Iterable[Taken], indent: str = "") -> None:
    """Print a line for each document; failures go to stderr."""
    for each in taken:
        if each.outcome == "failed":
            click.echo(f"{indent}failed     {inert(each.place)}: {inert(each.problem or '')}", err=True)
            continue
        hidden = f", {each.hidden} hidden words" if each.hidden else ""
        note = f" ({inert(each.problem)})" if each.problem else ""
        where = inert(f"releases/{each.release}/{each.source}")
        said = f"{inert(each.title or each.place)}, {each.words} words{hidden}{note}"
        click.echo(f"{indent}{each.outcome:<10} {where}: {said}")


def show_feed(feed: FeedRead) -> None:
    """Print what came of one feed, and of its new items."""
    name = f"{inert(feed.title)} <{inert(feed.url)}>" if feed.title else inert(feed.url)
    if feed.outcome == "failed":
        click.echo(f"{name}: failed: {inert(feed.problem or '')}", err=True)
    elif feed.outcome == "unchanged":
        click.echo(f"{name}: not modified")
    else:
        more = f", {feed.left} left for next time" if feed.left else ""
        click.echo(f"{name}: {len(feed.taken)} new, {feed.seen} known, {feed.passed_over} passed over{more}")
    show_taken(feed.taken, indent="  ")

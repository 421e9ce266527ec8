"""``shipskip watch``."""

import datetime as dt
from pathlib import Path

import click

from panel.cli.options import home_of, json_option, workspace_option
from panel.cli.taken import show_feed
from panel.store.intake.watch import watch as read_feeds


@click.command()
@click.argument("feeds", metavar="FEEDS.toml", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
@json_option
@workspace_option
def watch(feeds: Path, allow_private: bool, as_json: bool, workspace: Path | None) -> int:
    """Read feeds once and turn their new items into releases.

    FEEDS.toml has a [[feed]] table for each feed: url, and if wanted tags, category, fetch (take in the linked pages),
    include and exclude (patterns), max_items. Exit code 1 if a feed or an item couldn't be read.
    """
    said = read_feeds(feeds, home_of(workspace), now=dt.datetime.now(dt.UTC), allow_private=allow_private)
    if as_json:
        click.echo(said.model_dump_json(indent=2))
    else:
        for feed in said.feeds:
            show_feed(feed)
    return 1 if said.failed else 0

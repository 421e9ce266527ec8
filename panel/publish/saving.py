"""Verdicts and comparisons written to the workspace: the record, and the pages that are made of it."""

from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.publish.pages import comparison_html, comparison_markdown, verdict_html, verdict_markdown
from panel.store.comparisons import store_comparison
from panel.store.records import write_all_if_new
from panel.store.workspace import Workspace


def save_verdict(home: Workspace, verdict: Verdict) -> Verdict:
    """Write a verdict's record and pages; a record that says nothing new is left as it was.

    Returns:
        The verdict as it now stands in the workspace.
    """
    kept = home.save(verdict)
    folder = home.verdict_file(kept.slug).parent
    earlier = home.earlier_verdict(kept.slug)
    pages = {"verdict.md": verdict_markdown(kept, earlier), "verdict.html": verdict_html(kept, earlier)}
    write_all_if_new({folder / name: page for name, page in pages.items()})
    return kept


def save_comparison(home: Workspace, comparison: Comparison) -> Comparison:
    """Write a comparison's record and pages under ``verdicts/compare/``; one that says nothing new is left as it was.

    Returns:
        The comparison as it now stands in the workspace.
    """
    folder, name = home.comparisons_folder, comparison.slug
    kept = store_comparison(folder / f"{name}.json", comparison)
    pages = {f"{name}.md": comparison_markdown(kept), f"{name}.html": comparison_html(kept)}
    write_all_if_new({folder / each: page for each, page in pages.items()})
    return kept

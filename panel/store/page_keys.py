"""Front matter that a page had before it came here: what its site's generator reads, and what speaks to reviewers."""

from collections.abc import Collection

from panel.evidence.words import words
from panel.store.declared import Declared

PAGE_KEYS = frozenset(
    words(
        """
    aliases archived asciinema author_url authors bibliography breadcrumbs canonical canonicalurl categories category
    comments cover created css cssclass cssclasses description draft excerpt external_url featured featured_image
    footer header hero hide_title id image images intro js keywords lang last_modified_at lastmod layout linktitle
    locale math menu meta modified nav_order og_description og_image og_title outputs pagination parent permalink pin
    pinned post_excerpt published pubdate publishdate redirect_from redirect_to robots section seo seo_description
    seo_title series share sidebar sidebar_label sidebar_position sitemap slug subtitle summary tags template theme
    thumbnail toc topics translationkey twitter_card type updated updateddate url_path version weight
    """
    )
)
"""Keys of Jekyll, Hugo, Eleventy, Astro, Docusaurus, MkDocs and Obsidian, in small letters, ``-`` as ``_``."""


def page_keys_hidden(front: Declared, known: Collection[str], *, unknown: bool = False) -> Declared:
    """Move what is no fact of ours, but was a page's, to ``hidden``: it is never shown, and searched for commands.

    Args:
        front: Front matter.
        known: The keys that mean something here. Any other key that no site's generator has stays where it is, unless
            it speaks to reviewers: that is an attack to be shown, not a slip of the pen.
        unknown: Move every key that isn't known.
    """
    if all(key in known for key in front.data):
        return front
    from panel.evidence.hostile.keys import reads_like_command, words_in  # most releases have no such key

    moved = {
        key: value
        for key, value in front.data.items()
        if key not in known and (unknown or is_page_key(key) or reads_like_command(key, value))
    }
    lines = [f"{key}: {' '.join(said.split())}" for key, value in moved.items() for said in words_in(value)]
    kept = {key: value for key, value in front.data.items() if key not in moved}
    if lines and isinstance(kept.get("hidden", ""), str):
        kept["hidden"] = "\n".join(filter(None, (kept.get("hidden"), *lines)))
    return front.having(kept)


def is_page_key(key: str) -> bool:
    """Whether a site's generator has such a key."""
    return key.lower().replace("-", "_") in PAGE_KEYS

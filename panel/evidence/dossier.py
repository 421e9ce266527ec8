"""From a release to the dossier that its panel reads."""

from panel.domain.release import Dossier, Release
from panel.evidence.sentences import cut


def read_dossier(release: Release) -> Dossier:
    """Cut every source of a release into numbered sentences."""
    return Dossier(
        release=release,
        sentences=tuple(
            sentence for source in release.sources for sentence in cut(source.text, source.key, source.language)
        ),
    )

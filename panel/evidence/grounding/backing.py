"""Whether what seems to bear a statement out says it of the same thing: plan, version, people, tester, direction."""

from collections.abc import Iterator, Sequence

from panel.evidence.grounding.compared.abreast import check_abreast
from panel.evidence.grounding.compared.crossings import check_crossings
from panel.evidence.grounding.compared.directions import check_directions
from panel.evidence.grounding.compared.ratios import check_ratios
from panel.evidence.grounding.denied.curt import check_curt
from panel.evidence.grounding.denied.musts import check_musts
from panel.evidence.grounding.listed.listed import check_listed
from panel.evidence.grounding.listed.paired_labels import check_paired_labels
from panel.evidence.grounding.listed.siblings import check_siblings
from panel.evidence.grounding.listed.whole import check_whole
from panel.evidence.grounding.misplaced.astray import check_astray
from panel.evidence.grounding.misplaced.builds import check_builds, check_platforms
from panel.evidence.grounding.misplaced.licensed_parts import check_licensed_parts
from panel.evidence.grounding.misplaced.outdated import check_outdated
from panel.evidence.grounding.misplaced.releases import check_releases
from panel.evidence.grounding.misplaced.turned import check_turned
from panel.evidence.grounding.misplaced.turns import check_turns
from panel.evidence.grounding.misplaced.underway import check_underway
from panel.evidence.grounding.misplaced.unknown_versions import check_unknown_versions
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.people.alone import check_alone
from panel.evidence.grounding.people.counts import check_groups
from panel.evidence.grounding.people.formers import check_formers
from panel.evidence.grounding.people.hoped import check_hoped
from panel.evidence.grounding.people.tellers import check_tellers
from panel.evidence.grounding.people.testers import check_testers
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage


def check_backing(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement against sentences that say it of something else.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for check in (
        check_siblings,
        check_astray,
        check_groups,
        check_builds,
        check_platforms,
        check_testers,
        check_directions,
        check_curt,
        check_musts,
        check_outdated,
        check_crossings,
        check_turns,
        check_ratios,
        check_turned,
        check_abreast,
        check_releases,
        check_listed,
        check_alone,
        check_hoped,
        check_licensed_parts,
        check_tellers,
        check_unknown_versions,
        check_formers,
        check_paired_labels,
        check_whole,
        check_underway,
    ):
        yield from check(claim, evidence, places)

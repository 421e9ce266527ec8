"""What a family of phrases is."""

from collections.abc import Mapping
from typing import NamedTuple


class Family(NamedTuple):
    """Phrases that speak of one thing, and phrases that speak of its opposite; phrases are separated by semicolons."""

    pro: str
    """Phrases that say that the thing is there, such as ``open source``."""
    contra: str = ""
    """Phrases that say the opposite, such as ``proprietary``."""
    timeless: bool = False
    """Whether a forecast counts like a fact, because the thing is a forecast."""
    ahead: bool = False
    """Whether a year in its phrases must lie after the release."""
    elsewhere: bool = False
    """Whether what is said of others counts, because the thing is about them."""
    past: bool = False
    """Whether what is said of the vendor's earlier products counts."""
    topic: bool = False
    """Whether one mention says little, because it is about what a dossier deals with at length."""
    test: bool = False
    """Whether it is about tests, which may come out badly."""
    outcome: bool = False
    """Whether it is about what a test may find."""


WORDS: Mapping[str, str] = {
    "outside": "independent/outside/third-party/external/neutral",
    "test": "benchmark/test/testing/evaluation/study/studies/review/lab/audit/measurement/comparison/result/assessment",
    "product": "product/app/tool/device/model/headset/service/company/platform/lamp/speaker/startup/venture/phone/watch"
    "/camera/tracker/toy/game/robot/printer/keyboard/drone",
    "ended": "closed/dropped/withdrawn/discontinued/shut/switched/abandoned/archived/ended/killed/failed/stopped"
    "/bankrupt/unsupported",
    "body": "lab/labs/laboratory/university/universities/institute/establishment/magazine/association/consultancy"
    "/newspaper/auditor/auditors/researcher/researchers/academics/librarians/testers/reviewers/agency/society/watchdog"
    "/engineers/clinic/hospital/group/groups/school/schools/course/panel/panels/jury/club/desk/journalists/maintainers"
    "/keepers/operators/students/teachers/nurses/doctors/physicists/chemists/farmers/readers/volunteers/inspectors"
    "/consumers/scientists/faculty/department/network/broadcaster/foundation",
    "tried": "put/gave/tried/drove/glued/bent/cycled/dropped/scored/rated/flew/rode/washed/soaked/froze/fed/played"
    "/printed/recorded/read/compared/measured/timed/counted/tested/checked/repeated/reproduced/confirmed/verified"
    "/found/ran/weighed/judged/evaluated/examined/audited/simulated/sampled/benchmarked",
    "found": "found/confirmed/measured/repeated/reached/verified/tested/reproduced/timed/compared/evaluated/checked"
    "/counted/ran/weighed/noted/judged/rated",
    "whose": "user/users/customer/customers/personal/your/their/public/my/our",
    "material": "data/content/posts/uploads/recordings/files/photos/conversations/drawings/work/documents",
    "giant": "apple/google/microsoft/adobe/openai/amazon/meta/canva/notion/github/samsung/anthropic",
    "language": "python/javascript/typescript/go/rust/java/swift/kotlin/c/ruby/node",
    "library": "package/library/client/bindings/module/crate/sdk",
    "lacking": "thin/sparse/outdated/wrong/poor/incomplete/missing/stale/minimal/scattered/light/confusing",
    "users": "=customers/=users/=teams/=companies/=organisations/=downloads/=subscribers/=developers/=hospitals"
    "/=schools/=clinics/=sites/=households/=deployments/=installations/=shops/=firms/=offices/=studios",
    "own": "your/my/our/their/its",
    "machine": "hardware/server/servers/machine/machines/cluster/infrastructure/computer/laptop/phone/nas",
}
"""Lists of words that phrases use as ``{name}``."""


def spelt_out(text: str) -> str:
    """Return phrases with the lists of words that they name."""
    for name, words in WORDS.items():
        text = text.replace("{" + name + "}", words)
    return text

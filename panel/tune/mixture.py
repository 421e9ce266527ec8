"""Whether the percentages of a workspace were made by different models, and so can't be set side by side."""

from collections import Counter

from panel.domain.noun import Noun
from panel.store.workspace import Workspace


class Mixture(Noun):
    """The models behind a workspace's verdicts."""

    verdicts: int
    """Verdicts that there are."""
    by_models: dict[str, int]
    """Models that answered, joined by ``+`` → verdicts that they made."""
    by_prompt: dict[str, int]
    """Hash of the prompt, or of the builtin reviewer's rules → verdicts that were made from it."""

    @property
    def mixed(self) -> bool:
        """Whether verdicts were made by different models or prompts."""
        return len(self.by_models) > 1 or len(self.by_prompt) > 1


def mixture_of(home: Workspace) -> Mixture:
    """Count which models and prompts a workspace's verdicts were made by.

    Raises:
        DeclarationError: A record is damaged.
    """
    models: Counter[str] = Counter()
    prompts: Counter[str] = Counter()
    for verdict in home.verdicts():
        models["+".join(sorted(verdict.provenance.models))] += 1
        prompts[verdict.provenance.prompt] += 1
    return Mixture(verdicts=models.total(), by_models=dict(models.most_common()), by_prompt=dict(prompts.most_common()))

"""Who makes the model that judges: nobody should sit in judgement on its own maker unnoticed."""

import re
from collections.abc import Iterable

from panel.domain.release import Release
from panel.domain.verdict import Finding

MAKERS = {
    "OpenAI": r"\b(gpt|chatgpt|o ?[1-9](-mini|-pro)?|davinci|codex)\b",
    "Anthropic": r"\b(anthropic|claude)\b",
    "Google": r"\b(gemini|gemma|palm|vertex_ai|deepmind)\b",
    "Meta": r"\b(llama|meta|muse)\b",
    "Alibaba": r"\b(qwen|qwq|dashscope)\b",
    "Mistral AI": r"\b(mistral|mixtral|ministral|codestral|magistral|devstral|pixtral)\b",
    "DeepSeek": r"\bdeepseek\b",
    "xAI": r"\b(xai|grok)\b",
    "Cohere": r"\b(cohere|command-[ra]\S*|aya)\b",
    "Microsoft": r"\b(phi|microsoft|wizardlm)\b",
    "NVIDIA": r"\b(nemotron|nvidia)\b",
    "Amazon": r"\b(nova|titan|amazon)\b",
    "Moonshot AI": r"\b(moonshot|kimi)\b",
    "Zhipu AI": r"\b(glm|zhipu|zai)\b",
    "MiniMax": r"\bminimax\b",
    "IBM": r"\b(granite|watsonx)\b",
    "AI21": r"\b(ai21|jamba)\b",
    "Tencent": r"\b(hunyuan|tencent|hy-mt\S*)\b",
    "Baidu": r"\b(ernie|baidu)\b",
}
"""Maker → what its models' names contain."""

_ALSO = {"Google": ("DeepMind", "Alphabet"), "Meta": ("Facebook",), "Alibaba": ("Qwen",), "Zhipu AI": ("Z.ai",)}


def maker_of(model: str) -> str | None:
    """Return who makes a model, by its name; the host that serves it doesn't count. None if it isn't known."""
    name = re.sub(r"(?<=[a-z])(?=\d)", " ", model.rpartition("/")[2].lower().replace("_", "-").replace(":", "-"))
    return next((maker for maker, pattern in MAKERS.items() if re.search(pattern, name)), None)


def own_maker_findings(release: Release, models: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for every judging model whose maker is the vendor under review."""
    vendor = (release.vendor or "").lower()
    found = []
    for model in dict.fromkeys(models):
        maker = maker_of(model)
        if maker is not None and vendor and _is(maker, vendor):
            text = f"{model} is made by {maker}, the vendor under review; ask a model of another maker as well."
            found.append(Finding(kind="own-maker", text=text, cites=("F.vendor",)))
    return tuple(found)


def _is(maker: str, vendor: str) -> bool:
    names = (maker.removesuffix(" AI"), *_ALSO.get(maker, ()))
    return any(re.search(rf"\b{re.escape(name.lower())}\b", vendor) for name in names)

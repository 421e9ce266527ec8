"""What readers know to belong to well-known vendors: families of products, services, people; each names its vendor."""

from collections.abc import Iterator

HOUSEHOLDS: dict[str, tuple[str, ...]] = {
    "Alibaba": ("Qwen", "QwQ", "Tongyi", "DashScope", "Taobao", "Aliyun", "ModelScope"),
    "Amazon": ("AWS", "Alexa", "Kindle", "Bedrock", "Nova", "Titan", "Echo", "Prime"),
    "Anthropic": ("Claude", "Opus", "Sonnet", "Haiku"),
    "Apple": ("iPhone", "iPad", "Mac", "MacBook", "iOS", "macOS", "Siri", "Vision Pro", "AirPods"),
    "Baidu": ("ERNIE", "Wenxin"),
    "ByteDance": ("TikTok", "Doubao", "Seed", "CapCut", "Douyin", "Volcano Engine"),
    "Cohere": ("Command R", "Command A", "Aya"),
    "DeepSeek": ("High-Flyer",),
    "Google": (
        "Gemini", "Gemma", "DeepMind", "Alphabet", "Bard", "PaLM", "Android", "Pixel", "YouTube", "Vertex", "Chrome",
        "NotebookLM", "Veo", "Imagen",
    ),
    "Meta": (
        "Facebook", "Instagram", "WhatsApp", "Messenger", "Threads", "Llama", "LLaMA", "Ray-Ban", "Quest", "Oculus",
        "FAIR",
    ),
    "Microsoft": (
        "Azure", "Copilot", "Windows", "Office", "Bing", "Phi", "GitHub", "Visual Studio", "Surface", "Xbox",
    ),
    "MiniMax": ("Hailuo",),
    "Mistral": ("Mixtral", "Ministral", "Codestral", "Magistral", "Devstral", "Pixtral", "Le Chat"),
    "Moonshot": ("Kimi",),
    "NVIDIA": ("Nemotron", "GeForce", "CUDA", "DGX", "Jetson"),
    "OpenAI": ("GPT", "ChatGPT", "Codex", "Sora", "DALL-E", "Whisper"),
    "Samsung": ("Galaxy", "Bixby", "SmartThings"),
    "Sony": ("PlayStation", "Xperia"),
    "Tencent": ("Hunyuan", "WeChat", "QQ"),
    "xAI": ("Grok", "Tesla", "SpaceX", "Twitter"),
    "Zhipu": ("GLM", "ChatGLM", "Z.ai"),
}  # fmt: skip
"""Vendor, as part of its own name → what else gives it away."""


FACES: dict[str, tuple[str, ...]] = {
    "Alibaba": ("Joe Tsai", "Eddie Wu"),
    "Amazon": ("Jeff Bezos", "Bezos", "Andy Jassy", "Jassy"),
    "Anthropic": ("Dario Amodei", "Amodei"),
    "Apple": ("Tim Cook",),
    "Baidu": ("Robin Li",),
    "DeepSeek": ("Liang Wenfeng",),
    "Google": ("Sundar Pichai", "Pichai", "Demis Hassabis", "Hassabis"),
    "Meta": ("Mark Zuckerberg", "Zuckerberg", "Alexandr Wang", "Yann LeCun", "LeCun"),
    "Microsoft": ("Satya Nadella", "Nadella"),
    "Mistral": ("Arthur Mensch",),
    "NVIDIA": ("Jensen Huang",),
    "OpenAI": ("Sam Altman", "Altman"),
    "xAI": ("Elon Musk", "Musk"),
}  # fmt: skip
"""Vendor, as part of its own name → people whose name gives it away, full names before surnames."""


def household(vendor: str) -> Iterator[str]:
    """Yield what gives a vendor away besides its own name; nothing for one that isn't well known."""
    for name in _known_as(vendor):
        yield name
        yield from HOUSEHOLDS.get(name, ())


def faces(vendor: str) -> Iterator[str]:
    """Yield the people who give a vendor away."""
    for name in _known_as(vendor):
        yield from FACES.get(name, ())


def _known_as(vendor: str) -> Iterator[str]:
    words = {*vendor.lower().split(), vendor.lower()}
    for name, belongings in HOUSEHOLDS.items():
        if words & {name.lower(), *(each.lower() for each in belongings)}:
            yield name

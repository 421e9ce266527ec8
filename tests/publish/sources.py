"""The sources that the example verdicts cite."""

import datetime as dt

from panel.domain.verdict import CitedSource

SPARK_SOURCES = (
    CitedSource(
        key="S1",
        title="Introducing Muse Spark",
        url="https://ai.example.com/blog/muse-spark",
        publisher="Meta",
        date=dt.date(2026, 4, 8),
        cited={
            "S1.3": "Muse Spark powers the Meta AI app and the meta.ai website from today.",
            "S1.7": "A private preview of the API is open to a few partners.",
            "S1.9": "It answers questions about photographs, charts and screenshots, and turns a sketch into a page.",
        },
    ),
    CitedSource(
        key="S2",
        title="What the launch leaves out",
        url="https://news.example.org/2026/04/spark?view=full#numbers",
        publisher="The Example Courier",
        date=dt.date(2026, 4, 9),
        cited={
            "S2.2": "The announcement came without a single benchmark figure.",
            "S2.5": "Weights are not offered for download, and the terms promise none.",
        },
    ),
    CitedSource(key="S3", title="Notes from a forum thread"),
)

QWEN_SOURCES = (
    CitedSource(
        key="S1",
        title="Model card",
        url="https://models.example.com/qwen3.6-27b",
        publisher="Alibaba",
        date=dt.date(2026, 4, 22),
        cited={
            "S1.1": "Qwen3.6-27B has 27 billion parameters and is licensed under Apache 2.0.",
            "S1.4": "A four-bit build fits on one A100 or on a laptop with an Apple M-series chip.",
            "S1.6": "Tool calls and multi-turn instructions were the training goals of this version.",
        },
    ),
)

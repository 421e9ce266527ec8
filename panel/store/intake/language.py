"""Which language a text is in, where nobody says: by its script, then by its commonest words."""

import re
from types import MappingProxyType

ENOUGH = 30
"""Words below which a Latin text's language isn't guessed."""

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
"""Languages by the script that most of their texts are written in; Japanese before Chinese, whose signs it uses too."""

_WORDS = MappingProxyType(
    {
        "en": "the and of to in is that for it with as was on are by this from be at which",
        "de": "der die und das ist nicht mit den von für auf ein eine dem im sich auch wird es zu",
        "fr": "le la les et des est une dans pour que qui sur pas au avec du par plus ne cette",
        "es": "el los las y del que es una para con por no se su al lo como más pero sus",
        "pt": "o os as e do da que é uma para com não por em no na se mais ao dos",
        "it": "il gli che di è una per con non del della le si nel sono anche più alla ma dei",
        "nl": "de het een en van is dat niet op te zijn met voor die aan ook er wordt bij maar",
        "sv": "och att det som en är på för av inte med till den har ett om kan vi men från",
        "da": "og at det som en er på for af ikke med til den har et om kan vi men fra der",
        "pl": "i w na z nie się do jest że to jak o po ale przez za od dla który oraz",
        "cs": "a v na se je že s z do o to i jako pro ale za by jsou které nebo",
        "tr": "ve bir bu için ile de da olarak çok daha gibi en olan ne kadar sonra ise var değil her",
        "vi": "và của là có được cho không với các một trong người này đã những để khi từ về như",
        "id": "yang dan di untuk dengan ini dari pada tidak itu akan dalam adalah juga ke oleh bisa lebih ada atau",
        "ro": "și de la în a cu pe care este nu o pentru că din mai un sau fi al ale",
        "fi": "ja on ei että se oli kun mutta joka myös niin ovat sen kuin tai hän nyt voi jos vain",
        "hu": "a az és hogy nem is egy ez van meg csak de ha már mint volt vagy még lehet el",
    }
)


def guess_language(text: str) -> str | None:
    """Return a text's language as a BCP 47 tag; None where it is too short or undecided."""
    sample = text[:20_000]
    letters = sum(c.isalpha() for c in sample)
    for language, script in _SCRIPTS:
        share = 0.05 if language == "ja" else 0.3
        if letters and len(script.findall(sample)) > share * letters:
            return "uk" if language == "ru" and re.search(r"[іїєґ]", sample) else language
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < ENOUGH:
        return None
    counts = {language: sum(words.count(word) for word in set(known.split())) for language, known in _WORDS.items()}
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    return best if counts[best] >= 0.1 * len(words) and counts[best] > 1.15 * counts[second] else None

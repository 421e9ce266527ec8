"""Countries by the adjectives of their peoples, in lower case: ``Swedish`` → sweden."""

from types import MappingProxyType

from panel.evidence.words import words

_PAIRS = words(
    "swedish-sweden german-germany french-france finnish-finland british-uk english-uk scottish-scotland "
    "irish-ireland american-us canadian-canada mexican-mexico brazilian-brazil argentinian-argentina "
    "chilean-chile chinese-china japanese-japan korean-korea indian-india taiwanese-taiwan vietnamese-vietnam "
    "thai-thailand indonesian-indonesia australian-australia dutch-netherlands belgian-belgium swiss-switzerland "
    "austrian-austria italian-italy spanish-spain portuguese-portugal greek-greece polish-poland czech-czechia "
    "hungarian-hungary romanian-romania ukrainian-ukraine russian-russia turkish-turkey israeli-israel "
    "estonian-estonia latvian-latvia lithuanian-lithuania danish-denmark norwegian-norway icelandic-iceland "
    "european-europe african-africa egyptian-egypt nigerian-nigeria kenyan-kenya singaporean-singapore "
    "emirati-emirates saudi-arabia californian-california"
)

PEOPLES = MappingProxyType({people: country for people, _, country in (pair.partition("-") for pair in _PAIRS)})
"""Country by adjective."""

PLACES = frozenset(PEOPLES.values()) | frozenset(
    words(
        "us uk eu england wales america asia oceania london paris berlin madrid rome vienna zurich geneva amsterdam brussels stockholm "
        "oslo copenhagen helsinki tallinn warsaw prague budapest lisbon dublin edinburgh tokyo osaka kyoto seoul beijing shanghai "
        "shenzhen taipei singapore bengaluru mumbai delhi sydney melbourne toronto montreal vancouver boston chicago austin seattle "
        "denver dallas miami york francisco angeles california texas bavaria munich hamburg frankfurt milan barcelona"
    )
)
"""Countries and cities that a sentence names to say where, not who."""

_ALIASES = (
    ("EU", "Europe", "European Union", "European", "Europeans"),
    ("US", "USA", "United States", "America", "American", "Americans"),
    ("UK", "United Kingdom", "Britain", "Great Britain", "British", "Britons"),
    ("Mac", "macOS", "Macs", "Apple computers"),
    ("iOS", "iPhone", "iPad", "iPhones"),
)


def aliases(name: str) -> tuple[str, ...]:
    """Return the other names of a place or platform, and the country of a people; none if it has none."""
    found = [other for group in _ALIASES if name in group for other in group if other != name]
    country = PEOPLES.get(name.lower().removesuffix("s"))
    people = [adjective.capitalize() for adjective, of in PEOPLES.items() if of == name.lower()]
    return (*found, *([country.capitalize()] if country else []), *people)


CODES = MappingProxyType(
    {
        country: code.upper()
        for code, _, country in (
            pair.partition("-")
            for pair in words(
                "de-germany fr-france it-italy es-spain pt-portugal nl-netherlands be-belgium lu-luxembourg at-austria ch-switzerland "
                "ie-ireland dk-denmark se-sweden no-norway fi-finland is-iceland pl-poland cz-czechia hu-hungary gr-greece ro-romania "
                "us-us ca-canada mx-mexico br-brazil jp-japan cn-china kr-korea in-india au-australia nz-zealand uk-uk gb-uk ee-estonia "
                "lv-latvia lt-lithuania tr-turkey il-israel sg-singapore tw-taiwan za-africa ar-argentina cl-chile"
            )
        )
    }
)
"""Codes of two letters by country, as lists have them: ``DE, FR: 1 July``."""

_DIRECTIONS = frozenset(words("north south east west northern southern eastern western central latin"))


def is_people(name: str) -> bool:
    """Whether a name says of which country or continent somebody is: ``Icelandic``, ``North Americans``."""
    parts = [word.lower().removesuffix("s") for word in name.split()]
    while parts and parts[0] in _DIRECTIONS:
        parts = parts[1:]
    return len(parts) == 1 and (parts[0] in PEOPLES or parts[0] == "american")

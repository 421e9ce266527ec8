"""What a sentence states is checked though the rest of it is taste."""

import pytest

LAMP = (
    "The lamp weighs 340 grams and costs €79. It is waterproof to 5 metres. There is no Android app. It works offline. "
    "Military use is excluded by our terms."
)


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("It costs €99, so I'd rather keep my old one.", False),
        ("It costs €79, so I'd rather keep my old one.", True),
        ("It costs €99, a bargain for what it does.", False),
        ("I'd buy one at once, but it costs €99.", False),
        ("I like that it weighs 430 grams.", False),
        ("Waterproof to 50 metres and €79: swimmers will be happy.", False),
        ("An Android app is included, which makes my day.", False),
        ("It needs a connection, which makes it useless on a hill.", False),
        ("Its terms allow military customers, and I don't want to be in that company.", False),
        ("Light is a habit, and I'd hang this one over my desk.", None),
        ("The switch has real swagger, and I'd press it all day.", None),
        ("If it cost €99, I'd still be tempted.", None),
        ("It would be worth €99, but nobody will ask me.", None),
    ],
)
def test_the_fact_beside_a_taste_is_checked(judge, statement, grounded):
    """The stated half decides; a sentence that only judges, wishes or supposes is left alone."""
    assert judge(statement, LAMP).grounded is grounded

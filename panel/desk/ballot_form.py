"""The form in which a ballot's words are edited."""

from starlette.datastructures import FormData

from panel.desk.answers import field, fields
from panel.domain.ballot import Claim, Step
from panel.editorial.editing import Edit, read_cites


def read_edit(form: FormData) -> Edit:
    """Return the words in a form; what it doesn't mention stays as it is.

    Raises:
        DeclarationError: A citation can't be one.
    """
    return Edit(
        quote=field(form, "quote") if "quote" in form else None,
        flips_if=field(form, "flips_if") if "flips_if" in form else None,
        argument=_argument(form) if "move" in form else None,
        claims=_claims(form) if "claim" in form else None,
    )


def _argument(form: FormData) -> tuple[Step, ...]:
    pairs = zip(fields(form, "move"), fields(form, "step"), strict=False)
    return tuple(Step(move=move, text=text) for move, text in pairs)


def _claims(form: FormData) -> tuple[Claim, ...]:
    """Return the claims that have words; one whose words were deleted is gone."""
    pairs = zip(fields(form, "claim"), fields(form, "cites"), strict=False)
    return tuple(Claim(text=text, cites=read_cites(cites)) for text, cites in pairs if text.strip())

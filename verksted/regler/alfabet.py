"""Norwegian order of names."""

from __future__ import annotations

# Aa counts as å in names; æ, ø and å come after z, in that order.
_BOKSTAVER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def navneorden(navn: str) -> tuple[str, str]:
    """Return a key that sorts names the Norwegian way: Zebra, Ærø, Ørland, Ås, Aasen."""
    return navn.casefold().replace("aa", "å").translate(_BOKSTAVER), navn

"""Every command of the window in one table (`trygghet.md` §3.1): menus, palette, help and tests are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Krav = Literal["", "prosess", "endring"]


@dataclass(frozen=True, slots=True)
class Valg:
    """One command; its text is `ramme.valg.<noekkel>`, with `&` for the menu's mnemonic.

    `krever` says when it can be used: with a process open, or with one that can be changed. `slag` is `avhuking` for
    one that is on or off. `palett` is False for what makes no sense there.
    """

    noekkel: str
    taster: tuple[str, ...] = ()
    ikon: str = ""
    krever: Krav = ""
    avhuking: bool = False
    palett: bool = True


SKILLE: Final = Valg("")

# Menu → its commands. `sider` and `undersider` come from the table of pages, `sist_brukt` from the recent list.
MENYER: Final[tuple[tuple[str, tuple[Valg | str, ...]], ...]] = (
    (
        "fil",
        (
            Valg("ny", ("Ctrl+N",), "plus"),
            Valg("aapne", ("Ctrl+O",), "folder-open"),
            "sist_brukt",
            SKILLE,
            Valg("lagre_kopi", ("Ctrl+S",), "copy", "prosess"),
            Valg("vis_i_mappe", (), "folder", "prosess"),
            SKILLE,
            Valg("lukk", ("Ctrl+W",), "x", "prosess"),
            Valg("avslutt", ("Ctrl+Q",), "sign-out"),
        ),
    ),
    (
        "rediger",
        (
            Valg("angre", ("Ctrl+Z",), "arrow-counter-clockwise", "endring"),
            Valg("gjoer_om", ("Ctrl+Y", "Ctrl+Shift+Z"), "arrow-clockwise", "endring"),
            SKILLE,
            Valg("soek", ("Ctrl+F",), "magnifying-glass", palett=False),
            Valg("palett", ("Ctrl+K",), "command", palett=False),
        ),
    ),
    (
        "vis",
        (
            "sider",
            SKILLE,
            "utseende",
            "spraak",
            SKILLE,
            Valg("stoerre", ("Ctrl++", "Ctrl+="), "magnifying-glass-plus"),
            Valg("mindre", ("Ctrl+-",), "magnifying-glass-minus"),
            Valg("vanlig_stoerrelse", ("Ctrl+0",), "magnifying-glass"),
            SKILLE,
            Valg("fullskjerm", ("F11",), "arrows-out", avhuking=True),
        ),
    ),
    ("prosess", ("undersider",)),
    (
        "hjelp",
        (
            Valg("hjelp", ("F1",), "question"),
            Valg("taster", ("Ctrl+Shift+H",), "keyboard"),
            SKILLE,
            Valg("eksempel", (), "compass"),
            Valg("om", (), "info"),
        ),
    ),
)

UTSEENDE: Final = tuple(Valg(f"utseende_{navn}", avhuking=True) for navn in ("system", "lys", "moerk", "kontrast"))
SPRAAK: Final = tuple(Valg(f"spraak_{navn}", avhuking=True) for navn in ("nb", "nn"))


def alle_valg() -> tuple[Valg, ...]:
    """Return every command with a key of its own, in menu order."""
    egne = [valg for _, innhold in MENYER for valg in innhold if isinstance(valg, Valg) and valg is not SKILLE]
    return (*egne, *UTSEENDE, *SPRAAK)

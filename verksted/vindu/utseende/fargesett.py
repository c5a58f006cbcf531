"""The colours as data, one set per theme; the names are those of the sketches (Designsystemet's neutral scales)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Literal

Temanavn = Literal["lys", "moerk", "kontrast"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fargesett:
    """Every colour a widget may use, as `#rrggbb` (`scrim` as `#aarrggbb`)."""

    navn: Temanavn
    bg: str
    tinted: str
    surface: str
    hover: str
    active: str
    line_subtle: str
    line_mid: str
    line: str
    text: str
    text_2: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_tint: str
    accent_tint_2: str
    selected: str
    on_selected: str
    fag_text: str
    fag_line: str
    fag_tint: str
    pol_text: str
    pol_line: str
    pol_tint: str
    warn_text: str
    warn_line: str
    warn_tint: str
    bad_text: str
    bad_line: str
    bad_tint: str
    focus_out: str
    focus_in: str
    scrim: str

    def som_tabell(self) -> dict[str, str]:
        """Return name → colour, without the set's own name."""
        return {felt.name: getattr(self, felt.name) for felt in fields(self) if felt.name != "navn"}


LYS: Final = Fargesett(
    navn="lys",
    bg="#ffffff",
    tinted="#f3f3f4",
    surface="#ffffff",
    hover="#e8e8e9",
    active="#d9dadb",
    line_subtle="#dfe0e1",
    line_mid="#bbbcbd",
    line="#77797b",
    text="#292c30",
    text_2="#5b5d60",
    accent="#0062ba",
    accent_hover="#004f96",
    on_accent="#ffffff",
    accent_text="#005db1",
    accent_tint="#eef4fa",
    accent_tint_2="#ddeaf6",
    selected="#ddeaf6",
    on_selected="#292c30",
    fag_text="#0b6a53",
    fag_line="#25876f",
    fag_tint="#edf5f3",
    pol_text="#674da7",
    pol_line="#826db7",
    pol_tint="#f4f3f9",
    warn_text="#80540f",
    warn_line="#a56d13",
    warn_tint="#fcf2e2",
    bad_text="#b81a1a",
    bad_line="#ce4d4d",
    bad_tint="#fbf1f1",
    focus_out="#292c30",
    focus_in="#ffffff",
    scrim="#6b17181a",
)

MOERK: Final = Fargesett(
    navn="moerk",
    bg="#17181a",
    tinted="#1e2022",
    surface="#26282b",
    hover="#2c2e31",
    active="#343538",
    line_subtle="#343538",
    line_mid="#4e5052",
    line="#808183",
    text="#ececec",
    text_2="#a7a8a9",
    accent="#4c91cf",
    accent_hover="#6fa6d8",
    on_accent="#000000",
    accent_text="#8eaacb",
    accent_tint="#102033",
    accent_tint_2="#172f4b",
    selected="#172f4b",
    on_selected="#ececec",
    fag_text="#8dafa4",
    fag_line="#598b7b",
    fag_tint="#11231d",
    pol_text="#aba3c4",
    pol_line="#867baa",
    pol_tint="#211c34",
    warn_text="#d39e5b",
    warn_line="#a37a46",
    warn_tint="#281e11",
    bad_text="#d19a96",
    bad_line="#bc6b64",
    bad_tint="#371512",
    focus_out="#ececec",
    focus_in="#17181a",
    scrim="#99000000",
)


def kontrastsett(*, bunn: str, tekst: str, valgt: str, paa_valgt: str, lenke: str) -> Fargesett:
    """Return the high contrast set made of the system's own few colours: tints off, rules and icons stay."""
    linjer = {"line_subtle": tekst, "line_mid": tekst, "line": tekst}
    sfaerer = {f"{navn}_{del_}": tekst for navn in ("fag", "pol", "warn", "bad") for del_ in ("text", "line")}
    flater = dict.fromkeys(("bg", "tinted", "surface", "hover", "active", "accent_tint", "accent_tint_2"), bunn)
    tinter = {f"{navn}_tint": bunn for navn in ("fag", "pol", "warn", "bad")}
    return Fargesett(
        navn="kontrast",
        text=tekst,
        text_2=tekst,
        accent=valgt,
        accent_hover=valgt,
        on_accent=paa_valgt,
        accent_text=lenke,
        selected=valgt,
        on_selected=paa_valgt,
        focus_out=valgt,
        focus_in=bunn,
        scrim="#b3000000",
        **flater,
        **linjer,
        **sfaerer,
        **tinter,
    )


# What is used where high contrast is chosen here and the system has no colours of its own for it.
KONTRAST: Final = kontrastsett(bunn="#000000", tekst="#ffffff", valgt="#1aebff", paa_valgt="#000000", lenke="#ffff00")


def kontrast(ene: str, andre: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours (WCAG 2.2, 1.4.3), from 1 to 21."""
    lyse, moerke = sorted((_lysstyrke(ene), _lysstyrke(andre)), reverse=True)
    return (lyse + 0.05) / (moerke + 0.05)


def _lysstyrke(farge: str) -> float:
    deler = (int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in deler)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b

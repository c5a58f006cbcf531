"""Formats of the workbook, made once each: colours, number formats, the rule between groups of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from verksted.visning.sporbarhet_kolonner import Kolonneart

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from verksted.visning.sporbarhet_kolonner import Kolonne

MOERK: Final = "#002C54"
TEKST: Final = "#292C30"
DUS_TEKST: Final = "#5B5D60"
LENKE: Final = "#005DB1"
TYNN_STREK: Final = "#D3D5D7"
GRUPPESTREK: Final = "#77797B"
TRENGER_NOEN: Final = "#FCF2E2"

_TYNN, _MIDDELS = 1, 2
# The Norwegian locale is in the format itself, so that thousands have a space on any machine; U+2212 is the minus.
# `_-` keeps the figures clear of the words in the next column.
_BELOEP: Final = '[$-414]#,##0_-;[$-414]"\u2212"#,##0_-'
_ANDEL: Final = '[$-414]0.0 %_-;[$-414]"\u2212"0.0 %_-'
_HEL_ANDEL: Final = '[$-414]0 %_-;[$-414]"\u2212"0 %_-'
_DATO: Final = "dd.mm.yyyy"
_HOEYRE: Final = frozenset({Kolonneart.BELOEP, Kolonneart.ANDEL, Kolonneart.DATO})


class Stiler:
    """Hands out formats by column and by what the cell is."""

    def __init__(self, bok: Workbook) -> None:
        self._bok = bok
        self._laget: dict[tuple[Any, ...], Format] = {}

    def celle(
        self,
        kolonne: Kolonne,
        *,
        lenke: bool = False,
        uthevet: bool = False,
        hel_andel: bool = False,
        vernet: bool = False,
        sumrad: bool = False,
        foerste: bool = True,
    ) -> Format:
        """Return the format of a cell; `vernet` marks text that looks like a formula, `foerste` the first year."""
        kant = kolonne.ny_gruppe and foerste
        noekkel = (kolonne.art, kant, lenke, uthevet, hel_andel, vernet, sumrad)
        if noekkel not in self._laget:
            egenskaper = _egenskaper(
                art=kolonne.art,
                kant=kant,
                lenke=lenke,
                uthevet=uthevet,
                hel_andel=hel_andel,
                vernet=vernet,
                sumrad=sumrad,
            )
            self._laget[noekkel] = self._bok.add_format(egenskaper)
        return self._laget[noekkel]

    def overskrift(self, kolonne: Kolonne, *, foerste: bool = True) -> Format:
        """Return the format of a heading."""
        kant = kolonne.ny_gruppe and foerste
        noekkel = ("overskrift", kant, kolonne.art in _HOEYRE)
        if noekkel not in self._laget:
            self._laget[noekkel] = self._bok.add_format(
                {
                    "bold": True,
                    "font_color": "#FFFFFF",
                    "bg_color": MOERK,
                    "valign": "vcenter",
                    # Clear of the filter button, which sits at the right.
                    "indent": 1,
                    "align": "right" if kolonne.art in _HOEYRE else "left",
                    "text_wrap": True,
                    "left": _MIDDELS if kant else 0,
                    "left_color": "#FFFFFF",
                }
            )
        return self._laget[noekkel]


def _egenskaper(
    *, art: Kolonneart, kant: bool, lenke: bool, uthevet: bool, hel_andel: bool, vernet: bool, sumrad: bool
) -> dict[str, object]:
    tallformat = {
        Kolonneart.BELOEP: _BELOEP,
        Kolonneart.ANDEL: _HEL_ANDEL if hel_andel else _ANDEL,
        Kolonneart.DATO: _DATO,
    }
    farge = LENKE if lenke else DUS_TEKST if art is Kolonneart.EGEN_KODE and not sumrad else TEKST
    return {
        "font_color": farge,
        "underline": 1 if lenke else 0,
        "bold": uthevet or sumrad,
        "text_wrap": True,
        "valign": "top",
        "align": "right" if art in _HOEYRE else "left",
        "indent": 0 if art in _HOEYRE else 1,
        "num_format": tallformat.get(art, "General"),
        "quote_prefix": vernet,
        "bottom": _TYNN,
        "bottom_color": TYNN_STREK,
        "top": _MIDDELS if sumrad else _TYNN,
        "top_color": MOERK if sumrad else TYNN_STREK,
        "left": _MIDDELS if kant else _TYNN,
        "left_color": GRUPPESTREK if kant else TYNN_STREK,
        "right": _TYNN,
        "right_color": TYNN_STREK,
    }

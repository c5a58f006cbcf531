"""The type scale: sizes in pixels at 100 %, and the family that is there."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase

_FAMILIER = ("Inter", "Segoe UI")


class Trinn(Enum):
    """A step of the scale: (size, weight, letter spacing in per mille of an em)."""

    START = (36, QFont.Weight.DemiBold, -20)
    SIDE = (30, QFont.Weight.DemiBold, -15)
    OBJEKT = (24, QFont.Weight.DemiBold, -10)
    PUNKT = (21, QFont.Weight.DemiBold, -10)
    SOEK = (21, QFont.Weight.Normal, 0)
    AVSNITT = (18, QFont.Weight.DemiBold, -5)
    KROPP = (16, QFont.Weight.Normal, 0)
    KROPP_HALVFET = (16, QFont.Weight.DemiBold, 0)
    LISTE = (15, QFont.Weight.Normal, 0)
    LISTE_MEDIUM = (15, QFont.Weight.Medium, 0)
    LISTE_HALVFET = (15, QFont.Weight.DemiBold, 0)
    TABELL = (14, QFont.Weight.Normal, 0)
    TABELL_MEDIUM = (14, QFont.Weight.Medium, 0)
    TABELL_HALVFET = (14, QFont.Weight.DemiBold, 0)
    ETIKETT = (13, QFont.Weight.Medium, 0)
    META = (13, QFont.Weight.Normal, 0)
    TAST = (12, QFont.Weight.Medium, 0)


def familie() -> str:
    """Return Inter where it is installed, else Segoe UI, else what the system has."""
    funnet = next((navn for navn in _FAMILIER if QFontDatabase.hasFamily(navn)), "")
    return funnet or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def lag_skrift(trinn: Trinn, familie_: str, zoom: int, *, tall: bool = False) -> QFont:
    """Return the font of a step at a zoom in per cent; with `tall`, figures of one width."""
    stoerrelse, vekt, sperring = trinn.value
    skrift = QFont(familie_)
    skrift.setPixelSize(round(stoerrelse * zoom / 100))
    skrift.setWeight(vekt)
    skrift.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if sperring:
        skrift.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, stoerrelse * zoom / 100 * sperring / 1000)
    skrift.setFeature(QFont.Tag("cv05"), 1)  # a tail on l, so that it is not an I
    if tall:
        skrift.setFeature(QFont.Tag("tnum"), 1)
    return skrift

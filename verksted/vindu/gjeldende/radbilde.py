"""How an element of gjeldende plan looks in the tree: how sure the reader was, or that it is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.vindu.tre.radutseende import Radutseende

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.gjeldende import Gjeldenderad


def radbilde(t: Tekster, rad: Gjeldenderad) -> Radutseende:
    """Return what is painted, and what is read aloud."""
    sikkerhet = sikkerhetssetning(t, rad)
    ikon = ("check", "text_2") if rad.sikkerhet_bp is None else ("question", "warn_text")
    return Radutseende(
        kode=rad.kode,
        tittel=rad.tittel or rad.tekst or t("gjeldende.uten_tittel"),
        lest=f"{rad.kode} {rad.tittel}, {rad.nivaa}. {sikkerhet}",
        ikoner=(ikon,) if rad.sikkerhet_bp is None or rad.usikker else (),
        hoeyre="" if rad.sikkerhet_bp is None else prosent(rad.sikkerhet_bp),
        hoeyrefarge="warn_text" if rad.usikker else "text_2",
    )


def sikkerhetssetning(t: Tekster, rad: Gjeldenderad) -> str:
    """Return how sure the reader was, or that somebody has confirmed it."""
    if rad.sikkerhet_bp is None:
        return t("gjeldende.bekreftet")
    noekkel = "gjeldende.usikker" if rad.usikker else "gjeldende.sikker"
    return t(noekkel, prosent=prosent(rad.sikkerhet_bp))


def prosent(bp: int) -> str:
    """Return basis points as «98 %», with the space that does not break."""
    return f"{bp // 100}\u00a0%"

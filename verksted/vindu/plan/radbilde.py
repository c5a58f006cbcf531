"""How a place of the plan looks in the tree: its mark, and the warning of a satsing without tiltak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.vindu.tre.radutseende import Radutseende

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.plantre import Planrad

MERKER: Final = {"endret": "pencil-simple", "ny": "plus", "utgaar": "minus", "uenighet": "scales"}


def radbilde(t: Tekster, rad: Planrad) -> Radutseende:
    """Return what is painted, and what is read aloud."""
    if not rad.kode:
        return Radutseende(kode="", tittel=rad.tittel, lest=rad.tittel, overskrift=True)
    ikoner = ((MERKER[rad.status], "text_2"),) if rad.status in MERKER else ()
    tittel = rad.tittel or t("plan.uten_tittel")
    lest = [f"{rad.kode} {tittel}", rad.nivaa, t(f"plan.status.{rad.status}")]
    if rad.uten_tiltak:
        ikoner = (("warning", "warn_text"), *ikoner)
        lest.append(t("plan.merke.uten_tiltak"))
    return Radutseende(
        kode=rad.kode, tittel=tittel, lest=", ".join(lest), strukket=rad.status == "utgaar", ikoner=ikoner
    )

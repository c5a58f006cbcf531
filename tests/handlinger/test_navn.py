"""Every operation is named, in both målformer, and says what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlinger.handlingene import alle_handlingene
from tests.handlinger.proeveprosess import LEDER, hent, note, ny_prosess
from verksted.handlinger.innspill import fjern_innspill, loeft_innspill
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.lager.oekt import Oekt

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.kjerne.tekster import Maalform


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hver_handling_har_et_navn_aa_angre_ved(maalform: Maalform) -> None:
    navnene = set(alle_handlingene())
    assert len(navnene) > 40
    assert Tekster(maalform).noekler("handlinger") == navnene | {"angre", "gjoer_om"}


def test_at_alle_handlinger_tar_imot_alt_annet_enn_oekten_med_navn() -> None:
    for navn, funksjon in alle_handlingene().items():
        koden = funksjon.__wrapped__.__code__  # type: ignore[attr-defined]
        assert koden.co_argcount == 1, f"{navn} takes more than the unit of work by position"


def test_at_endringen_sier_hva_hvem_og_hvilke_rader(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        kode = note(fil)
        endring = fil.utfoer(loeft_innspill, "V1-G1", kode=kode, loeftet=True)
        assert (endring.navn, endring.aktoer, endring.art, endring.koder) == (
            "loeft_innspill",
            "V1-G1",
            "vanlig",
            (kode,),
        )
        assert [(rad.tabell, rad.art) for rad in endring.rader] == [("innspill", "U")]
        igjen = fil.utfoer(loeft_innspill, "V1-G1", kode=kode, loeftet=True)
        assert igjen.rader == ()
        assert fil.angre("V1-G1").resultat == "loeft_innspill"


def test_at_en_handling_inni_en_annen_er_en_del_av_den_ytre(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        en, to = note(fil), note(fil)

        def fjern_begge(oekt: Oekt) -> None:
            fjern_innspill(oekt, kode=en)
            fjern_innspill(oekt, kode=to)

        endring = fil.utfoer(lambda oekt: oekt.utfoer("fjern_innspill", lambda: fjern_begge(oekt)), LEDER)
        assert (endring.koder, len(endring.rader)) == ((en, to), 2)
        fil.angre(LEDER)
        assert hent(fil, "SELECT count(*) FROM innspill WHERE fjernet") == [0]

"""A figure over time in a document: the newest and the oldest, never the whole series."""

from __future__ import annotations

import re

from verksted.dokumenter.word.leserdel import fakta_avsnitt
from verksted.kjerne.tekster import MAALFORMER, Maalform, Tekster
from verksted.visning.planrader import KunnskapRad
from verksted.visning.tallrekke import Tallrekke, finn_tallrekke


def test_at_en_rekke_sier_det_nyeste_tallet_med_enhet_og_det_eldste_uten() -> None:
    tekst = (
        "2019: .. \n2020: 4268 personer\n2021: 4250 personer\n2022–2024: :\n2025: 4212 personer *\nGjelder 1. januar."
    )
    assert finn_tallrekke(tekst, "personer") == Tallrekke(
        "4212 personer *", "2025", "4268", "2020", "Gjelder 1. januar."
    )


def test_at_kvartaler_og_aarsspenn_er_perioder() -> None:
    assert finn_tallrekke("2024K1: 3,5 %\n2024K2: -3,9 %") == Tallrekke("-3,9 %", "2024K2", "3,5 %", "2024K1", "")
    assert finn_tallrekke("1. kvartal 2024: ..\n2. kvartal 2024: 7") == Tallrekke(
        "7", "2. kvartal 2024", "7", "2. kvartal 2024", ""
    )


def test_at_vanlig_tekst_ikke_er_en_rekke() -> None:
    for tekst in ("", "Folketallet er 4 212.", "Vedtatt 2020: 12 tiltak", "Kilde: SSB\nÅr: 2020", "2020: ..\n2021: .."):
        assert finn_tallrekke(tekst) is None


def test_at_utkastet_sier_det_nyeste_tallet_og_hvor_det_kom_fra_i_en_setning() -> None:
    def ord_for(tekst: str, maalform: Maalform) -> str:
        rekke = finn_tallrekke(tekst, "personer")
        rad = KunnskapRad(kode="K-1", tittel="Folketall", tekst=tekst, tall="4212", kilde="SSB", aar=2023, rekke=rekke)
        return re.sub(r"<[^>]+>", "", fakta_avsnitt(rad, Tekster(maalform)))

    aar = "2020: 4268 personer\n2021: 4250 personer\n2023: 4212 personer\nPer 1. januar."
    for maalform in MAALFORMER:
        assert (
            ord_for(aar, maalform) == "Folketall. 4212 personer i 2023, mot 4268 i 2020. Per 1. januar. K-1, SSB, 2023"
        )
    assert (
        ord_for("2023K1: 9 personer\n2023K2: 8 personer", "nb")
        == "Folketall. 2023K2: 8 personer (2023K1: 9). K-1, SSB, 2023"
    )
    assert ord_for("Folketallet går ned.", "nb") == "Folketall. Folketallet går ned. K-1, SSB, 2023"

"""What has not happened is not said to have happened: documents of a fresh process, and of a meeting with gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.dokumenter.wordlesing import all_tekst, les, oppsummering, samfunnsdel
from tests.visning.grunnlagene import lag_grunnlag, uholdt_grunnlag
from verksted.kjerne.tekster import MAALFORMER

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform
    from verksted.visning.grunnlag import Grunnlag

UKJENT_PAA_FORHAAND = (
    "Til stede", "Til stades", "medlemmene", "Oppmøte", "slik det ble", "slik det vart", "Vedlegg 1", "vedlegg 1",
    "svarte", "svara ", "Bordenes egne ord", "Orda til borda", "Varte", "Alle 0", "Råd til", "Oppsummering",
)  # fmt: skip


@pytest.mark.parametrize(
    ("maalform", "setning"),
    [("nb", "Verkstedet er ikke holdt ennå."), ("nn", "Verkstaden er ikkje halden enno.")],
)
def test_at_et_verksted_som_ikke_er_holdt_viser_planen_og_ikke_noe_som_har_skjedd(
    maalform: Maalform, setning: str
) -> None:
    dokument = les(oppsummering(uholdt_grunnlag(maalform)))
    tekst = all_tekst(dokument)
    assert setning in tekst
    assert not [ord_ for ord_ in UKJENT_PAA_FORHAAND if ord_ in tekst]
    (program,) = dokument.tables
    assert [rad.cells[0].text for rad in program.rows][1:3] == ["17.00–17.20", "17.20–18.00"]
    assert program.rows[0].cells[-1].text == "Planlagt"
    assert "Oppsummering" not in dokument.core_properties.title + dokument.sections[0].footer.paragraphs[0].text


def test_at_kolonnen_bare_heter_varte_naar_tida_er_foert() -> None:
    def siste_kolonne(grunnlag: Grunnlag) -> tuple[str, list[str]]:
        program = next(t for t in les(oppsummering(grunnlag)).tables if t.rows[0].cells[0].text == "Klokka")
        return program.rows[0].cells[-1].text, [rad.cells[-1].text for rad in program.rows[1:]]

    rikt = lag_grunnlag()
    assert siste_kolonne(rikt)[0] == "Varte"
    uten = tuple(p.model_copy(update={"faktisk_start": None, "faktisk_slutt": None}) for p in rikt.programpost)
    hode, celler = siste_kolonne(replace(rikt, programpost=uten))
    assert (hode, celler[0]) == ("Planlagt", "20 min")
    hode, celler = siste_kolonne(replace(rikt, programpost=(*rikt.programpost[:-1], uten[-1])))
    assert (hode, celler[-1]) == ("Varte", "planlagt 10 min")


def test_at_et_holdt_verksted_uten_innspill_og_oppmoete_sier_nettopp_det() -> None:
    tomt = replace(uholdt_grunnlag(), verksted=lag_grunnlag().verksted)
    tekst = all_tekst(les(oppsummering(tomt)))
    assert "Det kom ingen innspill." in tekst
    assert "Oppmøtet er ikke ført." in tekst
    assert not [ord_ for ord_ in ("vedlegg", "medlemmene", "Forfall", "svarte", "0 bord") if ord_ in tekst.lower()]


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_utkastet_av_en_fersk_prosess_er_en_enkel_setning(maalform: Maalform) -> None:
    dokument = les(samfunnsdel(uholdt_grunnlag(maalform)))
    tekst = all_tekst(dokument)
    assert ("Det er ikke lagt inn noe i planen ennå." in tekst) is (maalform == "nb")
    assert ("Det er ikkje lagt inn noko i planen enno." in tekst) is (maalform == "nn")
    assert not [a.text for a in dokument.paragraphs if a.text.rstrip().endswith((":", ": .", " ."))]
    assert "2027" not in tekst + dokument.core_properties.title
    assert not dokument.tables
    assert len(dokument.sections) == 1
    assert len([a for a in dokument.paragraphs if a.text]) == 5


def test_at_utkastet_uten_plan_likevel_svarer_paa_punktene() -> None:
    rikt = lag_grunnlag()
    tekst = all_tekst(les(samfunnsdel(replace(rikt, planelement=(), planalternativ=(), utsjekk=(), sporlenke=()))))
    assert "Svar på punktene" in tekst
    for uten_innhold in ("Steder i planen:", "Sted for sted", "Her slutter del 1", "Understreket"):
        assert uten_innhold not in tekst

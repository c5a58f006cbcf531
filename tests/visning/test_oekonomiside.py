"""The page of the thread says the same as the workbook, and walking it never leads astray."""

from __future__ import annotations

from tests.visning.grunnlagene import lag_grunnlag
from verksted.visning.oekonomiside import bygg_oekonomi
from verksted.visning.postliste import Postfilter, Postlinje, summer
from verksted.visning.sporbarhet import bygg_sporbarhet
from verksted.visning.sportraad import LEDD
from verksted.visning.traadgang import REKKE, begynn, soesken, velg


def test_at_bruddene_og_summene_er_arbeidsbokas() -> None:
    side, bok = bygg_oekonomi(lag_grunnlag()), bygg_sporbarhet(lag_grunnlag())
    assert side.satsinger == bok.satsinger
    assert sorted((rad.nummer, rad.beloep) for gruppe in side.brudd for rad in gruppe.rader) == sorted(
        (rad.avvik, rad.beloep) for rad in bok.avvik
    )
    assert summer(side.poster, len(side.aar)) == tuple(
        map(sum, zip(*(rad.beloep for rad in bok.oekonomi), strict=True))
    )


def test_at_hvert_kort_paa_en_vei_kan_velges_og_staar_da_paa_veien() -> None:
    traad = bygg_oekonomi(lag_grunnlag()).traad
    for retning in REKKE:
        for noekkel in traad.kjeder_av:
            sti = begynn(traad, noekkel)
            assert sti is not None
            for ledd in LEDD:
                for annet in soesken(traad, sti, ledd, retning):
                    ny = velg(traad, sti, annet, retning)
                    assert ny.ved(traad, ledd) == annet


def test_at_filteret_slipper_gjennom_det_som_har_alle_ordene() -> None:
    def linje(tekst: str, art: str) -> Postlinje:
        return Postlinje(
            kode="D-1", tekst=tekst, sektor="Teknisk", art=art, beloep=(1,), fordelt_bp=0, koblinger=(),
            soeketekst=tekst.casefold(),
        )  # fmt: skip

    linjer = (linje("Ny båt til øya", "drift"), linje("Ny vei", "investering"))
    assert Postfilter(ordene="NY øya").velg(linjer) == linjer[:1]
    assert Postfilter(art="investering").velg(linjer) == linjer[1:]
    assert Postfilter(koblet="ja").velg(linjer) == ()
    assert summer((), 2) == (0, 0)

"""The program through its operations: made, moved, run, and every step of it taken back."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, ny_prosess
from verksted.handlinger.program import (
    bytt_rekkefoelge,
    flytt_programpost,
    forrige_post,
    fortsett_post,
    gi_tilbake_tid,
    hopp_over_post,
    juster_minutter,
    kort_ned_programmet,
    legg_til_post,
    neste_post,
    oppdater_programpost,
    opprett_programpost,
    sett_forskyvning,
    sett_slutt,
    slett_programpost,
    stans_post,
    start_post,
)
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.lager.prosessfil import Prosessfil
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.feil import BlokkenErBegynt
from verksted.regler.program.nedtelling import Moeteklokke, nedtelling
from verksted.regler.program.post import som_poster
from verksted.visning.program import bygg_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verksted.regler.program.post import Post
    from verksted.visning.program import ProgramVisning

FEM = datetime(2028, 1, 20, 16, tzinfo=UTC)  # five o'clock in Norway


def kl(minutter: float) -> datetime:
    return FEM + timedelta(minutes=minutter)


def visning(fil: Prosessfil) -> ProgramVisning:
    with fil.les() as sesjon:
        return bygg_program(hent_grunnlag(sesjon), 1)


def poster(fil: Prosessfil) -> tuple[Post, ...]:
    with fil.les() as sesjon:
        grunnlag = hent_grunnlag(sesjon)
        verksted = next(v for v in grunnlag.verksted if v.nummer == 1)
        return som_poster(p for p in grunnlag.programpost if p.verksted_id == verksted.id)


def i_gang(fil: Prosessfil) -> list[str]:
    """Return the running block, then its running steps."""
    gaar = (post for post in poster(fil) if post.i_gang)
    return [post.tittel for post in sorted(gaar, key=lambda post: post.forelder_id is not None)]


def id_til(fil: Prosessfil, begynnelse: str) -> str:
    return next(post.id for post in poster(fil) if post.tittel.startswith(begynnelse) and post.forelder_id is None)


def radene(fil: Prosessfil) -> list[Any]:
    kolonner = "id, rekkefoelge, minutter, tildelt, faktisk_start, faktisk_slutt, slutter, stanset, hoppet_over"
    return [
        hent(fil, f"SELECT {kolonner}, lagt_til, planlagt_rekkefoelge FROM programpost ORDER BY id"),
        hent(fil, "SELECT id, programpost_id FROM spoersmaal ORDER BY id"),
        hent(fil, "SELECT slutt, forskyvning, status FROM verksted ORDER BY nummer"),
    ]


@contextmanager
def kan_angres(fil: Prosessfil) -> Iterator[None]:
    """Take back what was done, see every row as it was, and do it again."""
    foer = radene(fil)
    yield
    etter = radene(fil)
    assert etter != foer
    fil.angre(LEDER)
    assert radene(fil) == foer
    fil.gjoer_om(LEDER)
    assert radene(fil) == etter


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as aapen:
        yield aapen


def test_at_malen_har_planlagt_slutt_og_ingenting_aa_rette(fil: Prosessfil) -> None:
    program = visning(fil)
    assert (program.start, program.slutt, program.planlagt_slutt) == (time(17), time(20, 30), time(20, 30))
    assert [v.slag for v in program.varsler] == []


def test_at_en_blokk_kan_lages_endres_flyttes_og_slettes_og_alt_kan_angres(fil: Prosessfil) -> None:
    pause = id_til(fil, "Pause")
    ny: dict[str, Any] = {"verksted": 1, "art": Programart.OEVELSE, "tittel": "Tidslinja på veggen"}
    with kan_angres(fil):
        oevelse = fil.utfoer(opprett_programpost, LEDER, **ny, minutter=20, foer=pause).resultat
    assert [b.tittel for b in visning(fil).blokker][4:6] == ["Tidslinja på veggen", "Pause med mat"]
    with kan_angres(fil):
        fil.utfoer(oppdater_programpost, LEDER, verksted=1, post_id=oevelse, minutter=25, fast_start=time(18))
    blokk = next(b for b in visning(fil).blokker if b.id == oevelse)
    assert (blokk.minutter, blokk.fast, blokk.fra) == (25, True, time(18))
    assert [v.slag for v in blokk.varsler] == ["overlapp", "uten_ansvarlig"]
    with kan_angres(fil):
        fil.utfoer(opprett_programpost, LEDER, **ny | {"art": Programart.RUNDE}, forelder=oevelse)
    with kan_angres(fil):
        fil.utfoer(flytt_programpost, LEDER, verksted=1, post_id=oevelse)
    assert visning(fil).blokker[-1].id == oevelse
    with kan_angres(fil):
        fil.utfoer(slett_programpost, LEDER, verksted=1, post_id=oevelse)


def test_at_spoersmaalene_blir_igjen_naar_blokken_deres_slettes(fil: Prosessfil) -> None:
    antall = hent(fil, "SELECT count(*) FROM spoersmaal")
    with kan_angres(fil):
        fil.utfoer(slett_programpost, LEDER, verksted=1, post_id=id_til(fil, "Gruppearbeid 1"))
    assert hent(fil, "SELECT count(*) FROM spoersmaal") == antall


def test_at_dagens_egne_felt_ikke_kan_settes_utenom_dagen(fil: Prosessfil) -> None:
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(oppdater_programpost, LEDER, verksted=1, post_id=id_til(fil, "Pause"), tildelt=3)
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(oppdater_programpost, LEDER, verksted=1, post_id=id_til(fil, "Pause"), minutter=-5)
    with pytest.raises(FinnesIkke):
        fil.utfoer(oppdater_programpost, LEDER, verksted=2, post_id=id_til(fil, "Pause"), minutter=5)


def test_at_et_program_over_sluttiden_kortes_ned_med_stegene_sine(fil: Prosessfil) -> None:
    with kan_angres(fil):
        fil.utfoer(sett_slutt, LEDER, verksted=1, slutt=time(20))
    assert [(v.slag, dict(v.tall)) for v in visning(fil).varsler] == [("over_slutten", {"minutter": 30})]
    with kan_angres(fil):
        assert fil.utfoer(kort_ned_programmet, LEDER, verksted=1).resultat == 0
    program = visning(fil)
    assert (program.slutt, program.minutter) == (time(20), 180)
    assert [v.slag for b in program.blokker for v in b.varsler if "steg" in v.slag] == []


def test_at_hele_kvelden_kan_kjoeres_og_hvert_trykk_angres(fil: Prosessfil) -> None:
    trykk: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (neste_post, {}),
        (juster_minutter, {"post_id": id_til(fil, "Velkommen"), "minutter": 5}),
        (neste_post, {}),
        (stans_post, {}),
        (fortsett_post, {}),
        (gi_tilbake_tid, {"sekunder": 240.0}),
        (neste_post, {}),
        (neste_post, {}),
        (forrige_post, {}),
        (hopp_over_post, {"post_id": id_til(fil, "Dagens samfunnsdel")}),
        (bytt_rekkefoelge, {"post_id": id_til(fil, "Plenum"), "annen_id": id_til(fil, "Tre prikker")}),
        (legg_til_post, {"art": Programart.PLENUM, "tittel": "Ordet er fritt", "minutter": 5}),
        (sett_forskyvning, {"forskyvning": Forskyvning.FORHOLDSMESSIG}),
        (juster_minutter, {"post_id": id_til(fil, "Gruppearbeid 1"), "minutter": 30}),
        (start_post, {"post_id": id_til(fil, "Gruppearbeid 3")}),
        (neste_post, {}),
    ]
    for nummer, (handling, felt) in enumerate(trykk):
        tid = {} if handling in {bytt_rekkefoelge, sett_forskyvning} else {"tid": kl(3 * nummer)}
        with kan_angres(fil):
            fil.utfoer(handling, LEDER, verksted=1, **felt, **tid)
    assert i_gang(fil) == ["Gruppearbeid 3: satsingene, før og nå", "Runde rundt bordet"]
    assert hent(fil, "SELECT status FROM verksted WHERE nummer = 1") == ["i_gang"]
    program = visning(fil)
    assert [b.tittel for b in program.blokker if b.hoppet_over] == ["Dagens samfunnsdel på ti minutter"]
    assert [b.tittel for b in program.blokker if b.lagt_til] == ["Ordet er fritt"]
    assert [b.varte for b in program.blokker][:2] == [6, 12]
    for _ in trykk:
        fil.angre(LEDER)
    assert not any(post.faktisk_start or post.tildelt or post.hoppet_over for post in poster(fil))
    assert fil.kontroller().funn == ()


def test_at_angre_midt_i_blokken_gir_klokka_tilbake(fil: Prosessfil) -> None:
    fil.utfoer(neste_post, LEDER, verksted=1, tid=kl(0))
    fil.utfoer(neste_post, LEDER, verksted=1, tid=kl(4))
    fil.angre(LEDER)
    (post,) = [post for post in poster(fil) if post.i_gang]
    telling = nedtelling(post)
    assert telling is not None
    assert telling.igjen(kl(6)) == timedelta(minutes=4)


def test_at_en_begynt_blokk_ikke_kan_slettes(fil: Prosessfil) -> None:
    fil.utfoer(neste_post, LEDER, verksted=1, tid=kl(0))
    with pytest.raises(BlokkenErBegynt) as feil:
        fil.utfoer(slett_programpost, LEDER, verksted=1, post_id=id_til(fil, "Velkommen"))
    assert feil.value.data == {"tittel": "Velkommen og mål for kvelden"}


class Vekker:
    """A clock that the test sets."""

    def __init__(self, vegg: datetime) -> None:
        self.vegg, self.gaatt = vegg, 0.0

    def naa(self) -> datetime:
        return self.vegg

    def monoton(self) -> float:
        return self.gaatt


def test_at_et_drept_program_er_tilbake_i_samme_blokk_med_riktig_klokke(tmp_path: Path) -> None:
    fil = ny_prosess(tmp_path)
    fil.utfoer(neste_post, LEDER, verksted=1, tid=kl(0))
    fil.utfoer(neste_post, LEDER, verksted=1, tid=kl(12))
    fil.utfoer(neste_post, LEDER, verksted=1, tid=kl(32))
    fil.lagre()
    (tmp_path / "etter").mkdir()
    kopi = tmp_path / "etter" / "p.verksted"
    kopi.write_bytes((tmp_path / "p.verksted").read_bytes())
    fil.lukk()
    klokke = Moeteklokke(Vekker(kl(40)))  # the machine was away for three minutes
    with Prosessfil.aapne(kopi, arbeidsmappe=tmp_path / "etter" / "arbeid", klokke=klokke) as aapnet:
        assert i_gang(aapnet) == ["Gruppearbeid 1: overrasket, nysgjerrig, savner", "Alene"]
        blokk = next(post for post in poster(aapnet) if post.i_gang and post.forelder_id is None)
        telling = nedtelling(blokk)
        assert telling is not None
        assert telling.igjen(klokke.naa()) == timedelta(minutes=17)


def test_at_en_runde_faar_ett_minutt_til_hver_naar_bordene_er_kjent(tmp_path: Path) -> None:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        (flest,) = hent(fil, "SELECT max(n) FROM (SELECT count(*) AS n FROM plass GROUP BY inndeling_id, gruppe_id)")
        felt: dict[str, Any] = {"verksted": 1, "art": Programart.RUNDE, "tittel": "Runde til"}
        runde = fil.utfoer(opprett_programpost, LEDER, **felt, forelder=id_til(fil, "Gruppearbeid 1")).resultat
        assert hent(fil, "SELECT minutter FROM programpost WHERE id = ?", runde) == [flest]
        assert flest > 1

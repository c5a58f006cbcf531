"""Notes and points as they are worked on: read in one go, without what lies in the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.handlinger.proeveprosess import LEDER, ny_prosess
from verksted.handlinger.innspill import fjern_innspill, revider_innspill
from verksted.handlinger.plan import behandle, svar_utsjekk, velg_plansted
from verksted.handlinger.punkter import skriv_merknad, ta_fra_hverandre_punkt
from verksted.lager.spoerringer.bearbeiding import hent_bearbeiding
from verksted.modell.ordene import Behandlingsresultat, Utsjekksvar

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil
    from verksted.visning.bearbeiding import Bearbeiding


def _les(fil: Prosessfil) -> Bearbeiding:
    with fil.les_raatt() as db:
        return hent_bearbeiding(db)


def test_at_innspill_og_punkter_leses_som_de_naa_staar(tmp_path: Path) -> None:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        fil.utfoer(revider_innspill, LEDER, kode="V1-G1-01", tekst="Butikken på øya må bestå")
        fil.utfoer(skriv_merknad, LEDER, punkt="P-01", liste="KL", tekst="Vil vente")
        fil.utfoer(
            behandle, LEDER, punkt="P-01", resultat=Behandlingsresultat.DELVIS_TATT_INN, begrunnelse="Innenfor rammen"
        )
        fil.utfoer(velg_plansted, LEDER, punkt="P-01", element="S1.1")
        fil.utfoer(svar_utsjekk, LEDER, verksted=1, gruppe=2, punkt="P-01", svar=Utsjekksvar.NEI, kommentar="Uklart")
        lest = _les(fil)
    assert len(lest.notater) == 6
    assert lest.samlet == 3
    foerst = lest.notater[0]
    assert (foerst.kode, foerst.tekst, foerst.punkter) == ("V1-G1-01", "Butikken på øya må bestå", ("P-01",))
    assert "butikken på øya" in foerst.soekeord
    punkt = lest.punkter[0]
    assert (punkt.kode, punkt.kilder, punkt.element) == ("P-01", ("V1-G1-01", "V1-G2-01"), "S1.1")
    assert (punkt.behandling, punkt.begrunnelse) == ("delvis_tatt_inn", "Innenfor rammen")
    assert [(m.listekode, m.tekst) for m in punkt.merknader] == [("KL", "Vil vente")]
    assert [(u.bord, u.svar, u.kommentar) for u in punkt.utsjekk] == [(2, "nei", "Uklart")]
    assert [kode for kode, _ in lest.elementer[:2]] == ["S1", "S1.1"]


def test_at_det_som_er_fjernet_ikke_er_med(tmp_path: Path) -> None:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        fil.utfoer(fjern_innspill, LEDER, kode="V1-G1-01")
        fil.utfoer(ta_fra_hverandre_punkt, LEDER, punkt="P-02")
        lest = _les(fil)
    assert "V1-G1-01" not in [rad.kode for rad in lest.notater]
    assert [(p.kode, p.kilder) for p in lest.punkter] == [("P-01", ("V1-G2-01",))]

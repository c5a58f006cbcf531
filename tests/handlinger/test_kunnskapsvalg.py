"""The file's own municipality decides what a large table gives, unless the user names another place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, ny_prosess
from tests.innlesing.filer import xlsx
from verksted.handlinger.filer import Innleser, ta_inn_fil
from verksted.handlinger.innlesing import ta_inn_kunnskap
from verksted.handlinger.kunnskapsvalg import velg_for_kommunen
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.trygg.slag import TALLFILER

if TYPE_CHECKING:
    from pathlib import Path

STEDER = ["Lindvær", *(f"Annen kommune {i}" for i in range(150))]


@pytest.mark.parametrize(
    ("regioner", "tittel", "tall"),
    [
        ((), "Gjeld, Lindvær", "5"),
        (("Annen kommune 3",), "Gjeld, Annen kommune 3", "9"),
    ],
)
def test_at_en_stor_tabell_gir_prosessens_egen_kommune_eller_den_som_er_valgt(
    tmp_path: Path, regioner: tuple[str, ...], tittel: str, tall: str
) -> None:
    rader = [["Gjeld"], ["Kommune", "2023", "2024K2"], *([sted, 1, 5 + i] for i, sted in enumerate(STEDER))]
    sti = tmp_path / "gjeld.xlsx"
    sti.write_bytes(xlsx({"Ark1": [*rader, ["Kilde: SSB"]]}))
    leser = Innleser(les_kunnskap, ta_inn_kunnskap, TALLFILER, partial(velg_for_kommunen, regioner=regioner))
    with ny_prosess(tmp_path) as fil:
        foer = hent(fil, "SELECT count(*) FROM kunnskapspunkt")[0]
        innlest = ta_inn_fil(fil, LEDER, sti, leser)
        assert (innlest.antall, [p.noekkel for p in innlest.problemer]) == (1, ["serier_utenfor_regionen"])
        siste = "SELECT tittel, tall, aar, kilde, tekst FROM kunnskapspunkt ORDER BY rekkefoelge DESC LIMIT 1"
        assert hent(fil, siste) == [(tittel, tall, 2024, "SSB", f"2023: 1\n2024K2: {tall}")]
        assert hent(fil, "SELECT count(*) FROM kunnskapspunkt") == [foer + 1]
        assert fil.kontroller().funn == ()

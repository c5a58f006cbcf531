"""Norwegian word forms meet in one stem."""

from __future__ import annotations

import pytest

from verksted.regler.ordstamme import ordene_i, stamme, stammene_i


@pytest.mark.parametrize(
    "former",
    [
        "ferja ferje ferjene ferga fergene",
        "skole skulen skolene skular skulane",
        "innbyggere innbyggarar innbyggjarane innbyggerne",
        "tjenester tenester tenestene",
        "hjemmetjenesten heimetenesta",
        "sykehjem sjukeheim sjukeheimen",
        "hva kva",
        "barn barna born borna",
        "innspill innspel innspela innspillene",
        "ungdom ungdommer ungdommar",
        "hurtigbåt hurtigbåten hurtigbåtane",
        "vei veg veien vegen veger vegar",
        "år året",
        "tilbud tilbod tilbodet",
    ],
)
def test_at_formene_av_et_ord_moetes_paa_tvers_av_maalformene(former: str) -> None:
    assert len({stamme(form) for form in former.split()}) == 1


def test_at_ord_som_ikke_er_det_samme_ikke_moetes() -> None:
    ulike = ["bolig", "båt", "skole", "vei", "vann", "barn", "kultur", "klima", "havn", "for", "får", "fôr"]
    assert len({stamme(ordet) for ordet in ulike}) == len(ulike)


def test_at_ordene_staar_som_de_er_skrevet() -> None:
    assert ordene_i("Hva med «Ytterlind»-båten? 2,8 km er rasutsett.") == [
        "Hva", "med", "Ytterlind", "båten", "2", "8", "km", "er", "rasutsett",
    ]  # fmt: skip
    assert ordene_i("") == stammene_i("…!? 🙂") == []

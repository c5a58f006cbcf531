"""The catalogue of the Word documents: every word there is can be said in both målformer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from verksted.kjerne.tekster import MAALFORMER, Maalform, Tekster
from verksted.modell import ordene

if TYPE_CHECKING:
    from collections.abc import Iterable

# Word list -> group of the catalogue; `ikke_satt` is never printed for a standpunkt.
GRUPPER: dict[str, Iterable[str]] = {
    "enighet": ordene.Enighet,
    "innspillstype": ordene.Innspillstype,
    "utsjekksvar": ordene.Utsjekksvar,
    "periode": ordene.Planperiode,
    "moeteform": ordene.Moeteform,
    "programart": ordene.Programart,
    "sfaere": ordene.Sfaere,
    "behandling": ordene.Behandlingsresultat,
    "standpunkt": [s for s in ordene.Standpunkt if s != "ikke_satt"],
}

TEKSTER = Path(__file__).resolve().parents[2] / "ressurser" / "tekster"
# The word that was chosen (docs/ordliste.md), and the one it must not be mixed with.
NYNORSK = (
    (r"\bforslag", r"\bframlegg"),
    (r"\bbehandl", r"\bhandsam"),
    (r"\bprøv igjen", r"\bprøv att"),
    (r"\blèt seg", r"\blet seg"),
    (r"\bsamfunnsdelen til kommuneplanen", r"\bsamfunnsdelen av kommuneplanen"),
)


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hvert_ord_i_ordlistene_har_en_tekst(maalform: Maalform) -> None:
    tekster = Tekster(maalform)
    for gruppe, ord_ in GRUPPER.items():
        assert all(tekster.har(f"word.{gruppe}.{ett}") for ett in ord_), gruppe
    assert all(tekster.har(f"word.baerekraftsmaal.{nr}") for nr in range(1, 18))


def test_at_nynorsken_har_de_samme_tekstene_med_de_samme_feltene() -> None:
    nb, nn = Tekster("nb"), Tekster("nn")
    assert nb.noekler("word") == nn.noekler("word")
    felt = re.compile(r"\{\w+\}|\[\w+\]")
    for noekkel in nb.noekler("word"):
        assert sorted(felt.findall(nb(f"word.{noekkel}"))) == sorted(felt.findall(nn(f"word.{noekkel}"))), noekkel


@pytest.mark.parametrize(("valgt", "det_andre"), NYNORSK)
def test_at_nynorsken_bare_bruker_ett_av_to_ord_for_det_samme(valgt: str, det_andre: str) -> None:
    alt = "\n".join(fil.read_text(encoding="utf-8") for fil in sorted((TEKSTER / "nn").glob("*.toml"))).lower()
    assert re.search(valgt, alt)
    assert re.findall(rf".*{det_andre}.*", alt) == []

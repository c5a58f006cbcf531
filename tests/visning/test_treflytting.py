"""Where a step in a tree leads."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from verksted.visning.treflytting import Treplass, over_linja, steg


@dataclass
class Rad:
    kode: str
    barn: tuple[Rad, ...] = ()


TREET = (
    Rad("", (Rad("H1"), Rad("H2"))),
    Rad("", (Rad("S1", (Rad("S1.1"), Rad("S1.2"), Rad("S1.3"))), Rad("S2", (Rad("S2.1"),)))),
)


@pytest.mark.parametrize(
    ("kode", "retning", "plass"),
    [
        ("S1.1", "opp", None),
        ("S1.2", "opp", Treplass("S1", None)),
        ("S1.3", "opp", Treplass("S1", "S1.1")),
        ("S1.2", "ned", Treplass("S1", "S1.3")),
        ("S1.3", "ned", None),
        ("S2", "inn", Treplass("S1", "S1.3")),
        ("S1.1", "inn", None),
        ("S1.1", "ut", Treplass(None, "S1")),
        ("S2", "ut", None),
        ("H2", "opp", Treplass(None, None)),
        ("X", "opp", None),
    ],
)
def test_at_et_steg_i_treet_foerer_dit_man_venter(kode: str, retning: str, plass: Treplass | None) -> None:
    assert steg(TREET, kode, retning) == plass


def test_at_linja_over_er_den_man_ser_rett_over() -> None:
    assert [over_linja(TREET, kode) for kode in ("H1", "S1", "S2", "S2.1")] == [None, "H2", "S1.3", "S2"]

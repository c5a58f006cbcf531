"""The sheets as another program lays them out: as many pages as there are signs, tags and rounds, and no empty one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.dokumenter.trykklesing import trykk
from tests.visning.trykkgrunnlag import FARLIGE_NAVN, LANGT_NAVN, lag_rom
from verksted.handlinger.kontorpakke import Kontorpakke
from verksted.kjerne.klokke import Systemklokke

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag


def _sider(soffice: str, mappe: Path, grunnlag: Grunnlag, slagene: tuple[str, ...]) -> dict[str, int]:
    antall = {}
    with Kontorpakke(Path(soffice), klokke=Systemklokke()) as kontorpakke:
        for slag in slagene:
            docx = mappe / f"{slag}.docx"
            docx.write_bytes(trykk(slag, grunnlag))
            antall[slag] = len(re.findall(rb"/Type\s*/Page\b", kontorpakke.lag_pdf(docx) or b""))
    return antall


@pytest.mark.parametrize(
    ("rommet", "ventet"),
    [
        ((1, 1, 1), {"bordliste": 1, "bordskilt": 1, "navneskilt": 1, "spoersmaalsark": 2, "program": 1}),
        ((30, 5, 3), {"bordliste": 3, "bordskilt": 5, "navneskilt": 3, "spoersmaalsark": 10, "programoppslag": 1}),
        ((77, 11, 5), {"bordliste": 5, "bordskilt": 11, "navneskilt": 8}),
    ],
)
def test_at_det_blir_saa_mange_ark_som_det_skal(
    soffice: str | None, tmp_path: Path, rommet: tuple[int, int, int], ventet: dict[str, int]
) -> None:
    if soffice is None:
        return
    folk, bord, runder = rommet
    rom = lag_rom(folk, bord=bord, runder=runder)
    assert _sider(soffice, tmp_path, rom, tuple(ventet)) == ventet


def test_at_lange_og_rare_navn_ikke_gir_flere_ark(soffice: str | None, tmp_path: Path) -> None:
    if soffice is None:
        return
    rom = lag_rom(20, bord=4, runder=2, navn=[LANGT_NAVN, "W" * 120, *FARLIGE_NAVN])
    ventet = {"bordliste": 2, "bordskilt": 4, "navneskilt": 2}
    assert _sider(soffice, tmp_path, rom, tuple(ventet)) == ventet

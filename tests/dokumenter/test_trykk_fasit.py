"""Golden files of the printed matter: document.xml of a room of twelve at three tables in two rounds.

Write them again after a wanted change, and read the difference before it is kept:
`VERKSTED_SKRIV_FASIT=1 pytest tests/dokumenter/test_trykk_fasit.py`.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.dokumenter.trykklesing import SAKER, trykk
from tests.visning.trykkgrunnlag import lag_rom

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform

FASIT = Path(__file__).resolve().parents[1] / "fasit" / "trykk"


@pytest.mark.parametrize("slag", SAKER)
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_at_trykksaken_er_som_fasiten(slag: str, maalform: Maalform) -> None:
    with ZipFile(BytesIO(trykk(slag, lag_rom(12, bord=3, runder=2, maalform=maalform)))) as zip_:
        xml = zip_.read("word/document.xml").decode().replace("><w:", ">\n<w:")
    fil = FASIT / f"{slag}-{maalform}.xml"
    if os.environ.get("VERKSTED_SKRIV_FASIT"):
        fil.write_text(xml, encoding="utf-8")
    assert xml.splitlines() == fil.read_text(encoding="utf-8").splitlines()

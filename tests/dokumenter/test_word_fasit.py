"""Golden files: document.xml of the small process, one element a line, compared word for word.

Write them again after a wanted change, and read the difference before it is kept:
`VERKSTED_SKRIV_FASIT=1 pytest tests/dokumenter/test_word_fasit.py`.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.dokumenter.wordlesing import oppsummering, samfunnsdel
from tests.visning.grunnlagene import lag_grunnlag

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.tekster import Maalform
    from verksted.visning.grunnlag import Grunnlag

FASIT = Path(__file__).resolve().parents[1] / "fasit" / "word"


@pytest.mark.parametrize("skriv", [oppsummering, samfunnsdel])
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_at_dokumentet_er_som_fasiten(skriv: Callable[[Grunnlag], bytes], maalform: Maalform) -> None:
    with ZipFile(BytesIO(skriv(lag_grunnlag(maalform)))) as zip_:
        xml = zip_.read("word/document.xml").decode().replace("><w:", ">\n<w:")
    fil = FASIT / f"{skriv.__name__}-{maalform}.xml"
    if os.environ.get("VERKSTED_SKRIV_FASIT"):
        fil.write_text(xml, encoding="utf-8")
    assert xml.splitlines() == fil.read_text(encoding="utf-8").splitlines()

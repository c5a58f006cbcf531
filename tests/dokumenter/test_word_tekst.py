"""Whatever somebody writes in a note comes back from the document, after the cleaning every text gets."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dokumenter.wordlesing import celletekster, les, oppsummering
from tests.visning.grunnlagene import stort_grunnlag
from verksted.kjerne.tekstrens import rens
from verksted.visning.grunnlag import Grunnlag

GRUNNLAG = stort_grunnlag(1)
TEKST = st.text(st.characters(), min_size=1, max_size=80)


def _med(tekst: str, hvorfor: str) -> Grunnlag:
    revisjon = GRUNNLAG.innspill_revisjon[0].model_copy(update={"tekst": tekst, "hvorfor": hvorfor})
    return replace(GRUNNLAG, innspill_revisjon=(revisjon,))


@settings(max_examples=40)
@given(TEKST, TEKST)
def test_at_enhver_tekst_kommer_ordrett_tilbake(tekst: str, hvorfor: str) -> None:
    tekster = celletekster(les(oppsummering(_med(tekst, hvorfor))))
    assert tekster.count(f"«{rens(tekst)}»") == 2
    assert sum(t.endswith(f"«{rens(hvorfor)}»") for t in tekster) >= 2


def test_at_umulige_tegn_blir_erstattet_og_linjeskift_staar() -> None:
    umulig = "a\x00b\x0bc\ufffed\ud800e\r\nf\u2028g\th"
    assert "«a\ufffdb\nc\ufffdd\ufffde\nf\ng\th»" in celletekster(les(oppsummering(_med(umulig, ""))))


def test_at_foerti_tusen_tegn_ikke_kuttes() -> None:
    langt = "Ordet er fritt og langt. " * 1_600
    assert f"«{langt}»" in celletekster(les(oppsummering(_med(langt, ""))))

"""A sheet divided into fields of exact size: signs that are folded, labels that are cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.dokumenter.word.loep import verdi

if TYPE_CHECKING:
    from collections.abc import Sequence

_SNITT = '<w:{side} w:val="dashed" w:sz="4" w:space="0" w:color="BBBCBD"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """How one field of a row looks: its width, which way its text reads, and its cell margins (twentieths)."""

    bredde: int
    retning: str = ""
    marg: tuple[int, int, int, int] = (0, 0, 0, 0)


def feltrad(felter: Sequence[Felt], innhold: Sequence[str], *, hoeyde: int) -> str:
    """Return one row of fields, exactly `hoeyde` tall; each field holds ready paragraphs."""
    celler = "".join(f"<w:tc>{_egenskaper(felt)}{inni}</w:tc>" for felt, inni in zip(felter, innhold, strict=True))
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{hoeyde}" w:hRule="exact"/></w:trPr>{celler}</w:tr>'


def _egenskaper(felt: Felt) -> str:
    sider = ("top", "left", "bottom", "right")
    marger = "".join(f'<w:{side} w:w="{m}" w:type="dxa"/>' for side, m in zip(sider, felt.marg, strict=True))
    retning = f'<w:textDirection w:val="{felt.retning}"/>' if felt.retning else ""
    return (
        f'<w:tcPr><w:tcW w:w="{felt.bredde}" w:type="dxa"/><w:tcMar>{marger}</w:tcMar>{retning}'
        '<w:vAlign w:val="center"/></w:tcPr>'
    )


def flate(felter: Sequence[Felt], rader: Sequence[str], *, tittel: str, beskrivelse: str, linjer: Sequence[str]) -> str:
    """Return the table; `linjer` names the dashed lines to fold or cut along (`insideV`, `top` …)."""
    alle = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = "".join(f'<w:gridCol w:w="{felt.bredde}"/>' for felt in felter)
    kanter = "".join(_SNITT.format(side=side) for side in alle if side in linjer)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>'
        f'<w:tblW w:w="{sum(felt.bredde for felt in felter)}" w:type="dxa"/><w:tblBorders>{kanter}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{verdi(tittel)}"/>'
        f'<w:tblDescription w:val="{verdi(beskrivelse)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rader)}</w:tbl>"
    )

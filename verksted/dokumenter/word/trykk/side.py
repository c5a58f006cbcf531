"""Sheets of paper: sizes and margins in twentieths of a point, and the sections that use them."""

from __future__ import annotations

from dataclasses import dataclass

# A paragraph that Word wants after a table, too low to begin a new page.
TOMT_AVSNITT = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/>'
    '<w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One kind of sheet; `sidemarg`: left and right."""

    bredde: int
    hoeyde: int
    topp: int
    bunn: int
    sidemarg: int

    @property
    def tekstbredde(self) -> int:
        """How wide the text is."""
        return self.bredde - 2 * self.sidemarg

    @property
    def teksthoeyde(self) -> int:
        """How tall the text is."""
        return self.hoeyde - self.topp - self.bunn


ARK = Side(bredde=11_906, hoeyde=16_838, topp=794, bunn=1_191, sidemarg=1_418)
LISTE = Side(bredde=11_906, hoeyde=16_838, topp=1_304, bunn=1_191, sidemarg=1_418)
OPPSLAG = Side(bredde=16_838, hoeyde=23_811, topp=1_134, bunn=1_134, sidemarg=1_418)
# The room under a full sheet is for the low paragraph after the table.
SKILT = Side(bredde=16_838, hoeyde=11_906, topp=567, bunn=454, sidemarg=567)
ETIKETTER = Side(bredde=11_906, hoeyde=16_838, topp=624, bunn=510, sidemarg=851)


def seksjon(side: Side, *, topp: bool = True, bunn: bool = True, fortsetter: bool = False, spalter: int = 1) -> str:
    """Return w:sectPr: with header and footer or not, on the same page as the last where `fortsetter`."""
    ramme = '<w:headerReference w:type="default" r:id="rIdTopp"/>' if topp else ""
    ramme += '<w:footerReference w:type="default" r:id="rIdBunn_0"/>' if bunn else ""
    liggende = ' w:orient="landscape"' if side.bredde > side.hoeyde else ""
    flere = f'<w:cols w:num="{spalter}" w:space="480"/>' if spalter > 1 else ""
    return (
        f'<w:sectPr>{ramme}<w:type w:val="{"continuous" if fortsetter else "nextPage"}"/>'
        f'<w:pgSz w:w="{side.bredde}" w:h="{side.hoeyde}"{liggende}/><w:pgMar w:top="{side.topp}" '
        f'w:right="{side.sidemarg}" w:bottom="{side.bunn}" w:left="{side.sidemarg}" w:header="567" w:footer="510" '
        f'w:gutter="0"/>{flere}</w:sectPr>'
    )

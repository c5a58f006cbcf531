"""A workbook in a form the library does not know, as the same workbook in the form it knows.

Strict Open XML has other namespaces and the same words (ISO/IEC 29500-1 and -4); some systems slant the part names.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from verksted.innlesing.trygg.slag import Filslag

_STRENGT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_VANLIG: Final = rb"http://schemas.openxmlformats.org/\1/2006/"
# Names that differ in more than the year.
_EGNE: Final = (
    (b"officeDocument/2006/extendedProperties", b"officeDocument/2006/extended-properties"),
    (b"officeDocument/2006/customProperties", b"officeDocument/2006/custom-properties"),
    (b"relationships/extendedProperties", b"relationships/extended-properties"),
    (b"relationships/customProperties", b"relationships/custom-properties"),
)


def trenger_retting(slag: Filslag, *, streng: bool, skraanavn: bool) -> bool:
    """Say whether the workbook must be rewritten to be read; the Word reader knows both forms."""
    return skraanavn or (streng and slag is Filslag.REGNEARK)


def rett(data: bytes) -> bytes:
    """Return the package with common namespaces and part names; the guard has measured it already."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_STORED) as ny:
        for del_ in inn.infolist():
            innhold = inn.read(del_)
            if del_.filename.endswith((".xml", ".rels")):
                innhold = _STRENGT.sub(_VANLIG, innhold)
                for streng, vanlig in _EGNE:
                    innhold = innhold.replace(streng, vanlig)
            ny.writestr(del_.filename.replace("\\", "/"), innhold)
    return ut.getvalue()

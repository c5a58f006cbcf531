"""Which workshops have been held: only of those can a document say that something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.modell.ordene import Verkstedstatus

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag


def holdte_ider(grunnlag: Grunnlag) -> frozenset[str]:
    """Return the ids of the workshops with notes or presence, or said to be under way or over."""
    personene = {mandat.id: mandat.person_id for mandat in grunnlag.mandat}
    # A deputy may be put in before the day.
    kom = {
        t.verksted_id for t in grunnlag.tilstedevaerelse if personene.get(t.for_mandat_id or "") in {None, t.person_id}
    }
    spor = {i.verksted_id for i in grunnlag.innspill} | kom
    return frozenset(v.id for v in grunnlag.verksted if v.id in spor or v.status != Verkstedstatus.PLANLAGT)

"""The page of the tables, read without the notes, the plan and the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from verksted.lager.spoerringer.grupper import hent_grupperader
from verksted.modell.prosess import Prosess
from verksted.modell.verksted import Programpost
from verksted.visning.gruppeside import bygg_gruppeside

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from verksted.regler.grupper.regelrader import Regelomtale
    from verksted.visning.gruppeside import Gruppesidevisning


def hent_gruppeside(
    sesjon: Session, *, verksted: int, navngi: Callable[[Regelomtale], str]
) -> Gruppesidevisning | None:
    """Return one workshop's page; None where the file holds no process or no workshop."""
    prosess = sesjon.exec(select(Prosess)).first()
    if prosess is None:
        return None
    rader = hent_grupperader(sesjon)
    poster = {post.id: post.tittel for post in sesjon.exec(select(Programpost)).all()}
    visning = bygg_gruppeside(rader, prosess, poster, verksted, navngi)
    sesjon.expunge_all()
    return visning

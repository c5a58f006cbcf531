"""Days and blocks for the tests of the program: made by hand, or drawn by hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from verksted.modell.ordene import Forskyvning, Programart
from verksted.regler.program.moetedag import Dag
from verksted.regler.program.post import Post

START = datetime.combine(date(2028, 1, 20), time(17))  # on the wall
BEGYNT = datetime(2028, 1, 20, 16, tzinfo=UTC)  # the same moment


def blokk(id_: str, minutter: int, art: Programart = Programart.INNLEDNING, **felt: Any) -> Post:
    return Post(id=id_, art=art, minutter=minutter, ansvarlig="Ordfører", tittel=id_, **felt)


def steg(id_: str, forelder: str, minutter: int, **felt: Any) -> Post:
    return blokk(id_, minutter, forelder_id=forelder, **{"art": Programart.INDIVIDUELT, **felt})


def dag(*poster: Post, etter: float = 0, **felt: Any) -> Dag:
    """Return the day `etter` minutes after five o'clock; blocks without a place get one in the order given."""
    nummerert = tuple(
        post if post.rekkefoelge else Post(**{n: getattr(post, n) for n in Post.__slots__} | {"rekkefoelge": nummer})
        for nummer, post in enumerate(poster, start=1)
    )
    return Dag(poster=nummerert, naa=BEGYNT + timedelta(minutes=etter), **felt)


def kl(time_: int, minutt: int = 0, sekund: int = 0) -> datetime:
    return START.replace(hour=0, minute=0) + timedelta(hours=time_, minutes=minutt, seconds=sekund)


MINUTTER = st.integers(1, 90)
ARTER = st.sampled_from(Programart)


@st.composite
def programmer(draw: st.DrawFn, *, faste: bool = True, med_steg: bool = True, minst: int = 0) -> tuple[Post, ...]:
    """Draw a program: blocks of any kind, some with fixed starts, some with steps in up to three tracks."""
    poster: list[Post] = []
    for nummer in range(1, draw(st.integers(minst, 8)) + 1):
        fast = draw(st.none() | st.times()) if faste and draw(st.integers(0, 4)) == 0 else None
        fast = fast and time(fast.hour, fast.minute)
        poster.append(blokk(f"b{nummer}", draw(MINUTTER), draw(ARTER), rekkefoelge=nummer, fast_start=fast))
        for plass in range(1, draw(st.integers(0, 4 if med_steg else 0)) + 1):
            loep = draw(st.integers(0, 2))
            poster.append(steg(f"b{nummer}s{plass}", f"b{nummer}", draw(MINUTTER), loep=loep, rekkefoelge=plass))
    return tuple(poster)


FORSKYVNINGER = st.sampled_from(Forskyvning)

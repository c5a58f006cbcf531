"""The two tables of *Økonomi*: sums per satsingsområde and year, and every line of the økonomiplan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.regler.summer import HEL
from verksted.visning.sporbarhet_celler import Lenke, Ord
from verksted.visning.sporbarhet_oppslag import INGEN, tittel
from verksted.visning.sporbarhet_rader import PostRad, SatsingRad, Satsingslag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.visning.sporbarhet_oppslag import Oppslag


def bygg_satsinger(oppslag: Oppslag) -> tuple[SatsingRad, ...]:
    """Return the block of sums: each satsingsområde (and other roots with money), the rest, the total and a control."""
    indeks = oppslag.indeks
    beloep: dict[str | None, list[tuple[int, ...]]] = {
        id_: [] for id_ in indeks.elementer if indeks.er_satsing(id_) and indeks.omraade[id_] == id_
    }
    for kjede in oppslag.sporet.kjeder:
        if kjede.post_id:
            omraade = indeks.omraade[kjede.sted_id] if kjede.sted_id else None
            beloep.setdefault(omraade, []).append(kjede.beloep)
    uten_sted = beloep.pop(None, None)
    rekke = {id_: nummer for nummer, id_ in enumerate(indeks.elementer)}
    linjer: list[tuple[Satsingslag, Lenke | Ord | None, str | Ord, tuple[int, ...]]] = [
        (Satsingslag.OMRAADE, oppslag.sted(id_), tittel(indeks.elementer[id_]), _sum(oppslag, beloep[id_]))
        for id_ in sorted((id_ for id_ in beloep if id_), key=rekke.__getitem__)
    ]
    if uten_sted:
        linjer.append((Satsingslag.UTEN_STED, INGEN, Ord("sum.uten_sted"), _sum(oppslag, uten_sted)))
    rest = _sum(oppslag, (post.rest for post in oppslag.sporet.poster.values()))
    linjer.append((Satsingslag.UTEN_ANKER, None, Ord("sum.uten_anker"), rest))
    alt = _sum(oppslag, (linje[3] for linje in linjer))
    plan = _sum(oppslag, indeks.postbeloep.values())
    linjer += [
        (Satsingslag.SUM, None, Ord("sum.sum"), alt),
        (Satsingslag.PLAN, None, Ord("sum.plan"), plan),
        (Satsingslag.KONTROLL, None, Ord("sum.kontroll"), tuple(a - b for a, b in zip(alt, plan, strict=True))),
    ]
    med_andel = {Satsingslag.OMRAADE, Satsingslag.UTEN_STED}
    return tuple(
        SatsingRad(
            slag=slag,
            kode=kode,
            navn=navn,
            beloep=aar,
            andel=aar[0] / oppslag.utgifter if slag in med_andel and aar and oppslag.utgifter else None,
        )
        for slag, kode, navn, aar in linjer
    )


def _sum(oppslag: Oppslag, rader: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip((0,) * len(oppslag.indeks.aar), *rader, strict=True)))


def bygg_poster(oppslag: Oppslag) -> tuple[PostRad, ...]:
    """Return every line of the økonomiplan, in its own order."""
    rader = []
    for id_, post in oppslag.indeks.poster.items():
        fordelt = oppslag.sporet.poster[id_]
        tiltak = [tiltak_id for tiltak_id, _ in oppslag.indeks.tiltak_av_post.get(id_, ())]
        rader.append(
            PostRad(
                post=post.kode,
                tekst=post.tekst,
                beloep=oppslag.indeks.postbeloep[id_],
                fordelt=fordelt.andel_bp / HEL,
                rest=fordelt.rest,
                tiltak=oppslag.tiltak(*tiltak) if tiltak else None,
                art=Ord(f"postart.{post.art}"),
                sektor=post.sektor,
                funksjon=f"{post.funksjon or ''} {post.funksjonsnavn}".strip(),
                endringsart=post.endringsart,
                ansvarlig=post.ansvarlig,
            )
        )
    return tuple(rader)

"""Next year's økonomiplan over this year's: which post is which, and the operation that carries it out once confirmed.

A post that goes on keeps its row and its code, so that every link of the trail follows it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import prosessen
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import ny_id, postkode
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.modell.oekonomi import Oekonomipost, Postbeloep
from verksted.modell.ordene import Innlesingsart, Postart, Sporting
from verksted.modell.prosess import Innlesing
from verksted.modell.spor import Sporlenke
from verksted.regler.postmatch import Matchpost, Postmatch, finn_postmatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verksted.innlesing.oekonomiplan.oekonomiplan import LestOekonomiplan, LestPost
    from verksted.lager.oekt import Oekt
    from verksted.lager.prosessfil import Prosessfil


@dataclass(frozen=True, slots=True)
class Postforslag:
    """A proposal to look at: the pairs, and how many links of the trail each of the old posts carries.

    Old posts are marked by their code, new ones by their natural key.
    """

    match: Postmatch
    lenker: Mapping[str, int]

    def knyttet(self, koder: Iterable[str]) -> int:
        """Return how many of these old posts the trail uses."""
        return sum(1 for kode in koder if self.lenker.get(kode))


def foreslaa_postmatch(fil: Prosessfil, lest: LestOekonomiplan) -> Postforslag:
    """Compare the posts of the file with those that were read, without changing anything."""
    with fil.les() as sesjon:
        grunnlag = hent_grunnlag(sesjon)
    arter = {post.art for post in lest.poster}
    gamle = [p for p in grunnlag.oekonomipost if p.art in arter]
    beloep: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for ett in grunnlag.postbeloep:
        beloep[ett.post_id][ett.aar] = ett.beloep
    lenker: defaultdict[str, int] = defaultdict(int)
    for lenke in grunnlag.sporlenke:
        if lenke.til_type == Sporting.OEKONOMIPOST:
            lenker[lenke.til_id] += 1
    match = finn_postmatch(
        [_gammel(post, beloep[post.id]) for post in gamle], [_ny(post) for post in lest.poster]
    )  # fmt: skip
    return Postforslag(match, {post.kode: lenker[post.id] for post in gamle if lenker[post.id]})


def _gammel(post: Oekonomipost, beloep: Mapping[int, int]) -> Matchpost:
    return Matchpost(
        post.kode, post.naturlig_noekkel, post.tekst, str(post.art), post.funksjon or "", post.inntekt_utgift,
        post.sektor, post.ansvarlig, beloep,
    )  # fmt: skip


def _ny(post: LestPost) -> Matchpost:
    return Matchpost(
        post.naturlig_noekkel, post.naturlig_noekkel, post.tekst, post.art, post.funksjon or "",
        post.inntekt_utgift or "", post.sektor or "", post.ansvarlig or "", dict(post.beloep),
    )  # fmt: skip


@handling
def ta_over_oekonomiplan(
    oekt: Oekt, *, lest: LestOekonomiplan, filnavn: str, sha256: str, par: Mapping[str, str]
) -> int:
    """Take in an økonomiplan over the one that is there; return how many posts.

    `par` is the confirmed matching: code of an old post -> natural key of the new one. Old posts of the kinds in the
    file that are not in it are deleted with their links (raises FinnesIkke for a code or a key that is not there).
    """
    prosessen(oekt)
    if not lest.poster:
        return 0
    gamle = {post.kode: post for post in poster_som_erstattes(oekt, lest)}
    noekler = {post.naturlig_noekkel for post in lest.poster}
    for kode, noekkel in par.items():
        if kode not in gamle or noekkel not in noekler:
            raise FinnesIkke(hva="oekonomipost", kode=kode)
    slett_poster(oekt, [post for kode, post in gamle.items() if kode not in par])
    innlesing = ny_planlesning(oekt, lest, filnavn, sha256)
    gaar_videre = {noekkel: gamle[kode] for kode, noekkel in par.items()}
    opprett_poster(oekt, lest, innlesing, gaar_videre)
    return len(lest.poster)


def ny_planlesning(oekt: Oekt, lest: LestOekonomiplan, filnavn: str, sha256: str) -> Innlesing:
    """Write down that the file was read."""
    return oekt.opprett(
        Innlesing,
        art=Innlesingsart.OEKONOMIPLAN,
        filnavn=filnavn,
        sha256=sha256,
        aar=lest.aar[0] if lest.aar else None,
        enhet=lest.enhet,
        antall=len(lest.poster),
        tid=oekt.klokke.naa(),
    )


def opprett_poster(
    oekt: Oekt, lest: LestOekonomiplan, innlesing: Innlesing, gaar_videre: Mapping[str, Oekonomipost]
) -> None:
    """Write the posts; those whose natural key is in `gaar_videre` take over that row, its code and its links."""
    poster: list[dict[str, Any]] = []
    beloep: list[dict[str, Any]] = []
    gamle_beloep: defaultdict[str, list[Postbeloep]] = defaultdict(list)
    if gaar_videre:
        for ett in oekt.alle(Postbeloep):
            gamle_beloep[ett.post_id].append(ett)
    for nummer, post in enumerate(lest.poster, start=1):
        felt = _feltene(post, innlesing, nummer)
        gammel = gaar_videre.get(post.naturlig_noekkel)
        if gammel is not None:
            oekt.oppdater(gammel, **felt)
            for ett in gamle_beloep[gammel.id]:
                oekt.slett(ett)
            post_id = gammel.id
        else:
            post_id, bokstav = ny_id(), "I" if post.art == "investering" else "D"
            poster.append({"id": post_id, "kode": postkode(bokstav, oekt.neste(f"post-{bokstav}")), **felt})
        beloep.extend({"post_id": post_id, "aar": aar, "beloep": kroner} for aar, kroner in post.beloep)
    oekt.opprett_flere(Oekonomipost, poster)
    oekt.opprett_flere(Postbeloep, beloep)


def _feltene(post: LestPost, innlesing: Innlesing, nummer: int) -> dict[str, Any]:
    return {
        "innlesing_id": innlesing.id,
        "naturlig_noekkel": post.naturlig_noekkel,
        "tekst": post.tekst,
        "sektor": post.sektor or "",
        "funksjon": post.funksjon,
        "funksjonsnavn": post.funksjonsnavn or "",
        "tjeneste": post.tjeneste or "",
        "art": Postart(post.art),
        "inntekt_utgift": post.inntekt_utgift or "",
        "endringsart": post.endringsart or "",
        "ansvarlig": post.ansvarlig or "",
        "raarad": list(post.raatt),
        "rekkefoelge": nummer,
    }


def poster_som_erstattes(oekt: Oekt, lest: LestOekonomiplan) -> list[Oekonomipost]:
    """Return the posts that are there of the kinds (drift, investering) that the file has."""
    arter = {Postart(post.art) for post in lest.poster}
    return [post for post in oekt.alle(Oekonomipost) if post.art in arter]


def slett_poster(oekt: Oekt, poster: Iterable[Oekonomipost]) -> None:
    """Delete posts with their amounts and the links to them."""
    borte = {post.id: post for post in poster}
    if not borte:
        return
    for lenke in oekt.alle(Sporlenke, til_type=Sporting.OEKONOMIPOST):
        if lenke.til_id in borte:
            oekt.slett(lenke)
    for beloep in oekt.alle(Postbeloep):
        if beloep.post_id in borte:
            oekt.slett(beloep)
    for post in borte.values():
        oekt.slett(post)

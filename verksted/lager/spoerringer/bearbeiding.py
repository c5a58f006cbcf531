"""All notes and points for working through them: one short reading, by bare rows, for there may be ten thousand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from verksted.kjerne.ider import kodeorden
from verksted.regler.alfabet import navneorden
from verksted.visning.bearbeiding import Arbeidspunkt, Bearbeiding, Listemerknad, Notatrad, Utsjekksvarrad

if TYPE_CHECKING:
    import sqlite3

_NOTATER = """
SELECT i.id, i.kode, v.nummer, g.nummer, s.nummer, r.type, r.tekst, r.hvorfor, coalesce(e.kode, ''), i.loeftet,
       i.trukket, EXISTS (SELECT 1 FROM behandling AS b WHERE b.innspill_id = i.id)
FROM innspill AS i
JOIN innspill_revisjon AS r ON r.innspill_id = i.id AND r.nummer = i.revisjon
JOIN verksted AS v ON v.id = i.verksted_id
JOIN gruppe AS g ON g.id = i.gruppe_id
JOIN spoersmaal AS s ON s.id = i.spoersmaal_id
LEFT JOIN planelement AS e ON e.id = i.planelement_id
WHERE NOT i.fjernet ORDER BY i.mottatt_nr
"""
_PUNKTER = """
SELECT p.id, p.kode, v.nummer, p.tittel, p.tekst, p.standpunkt, p.enighet, p.prioritet, p.maa_utredes,
       p.aapent_spoersmaal, coalesce(e.kode, ''), coalesce(b.resultat, ''), coalesce(b.begrunnelse, '')
FROM punkt AS p
JOIN verksted AS v ON v.id = p.verksted_id
LEFT JOIN planelement AS e ON e.id = p.planelement_id
LEFT JOIN behandling AS b ON b.punkt_id = p.id
WHERE NOT p.fjernet
"""
_KILDER = """
SELECT k.punkt_id, p.kode, k.innspill_id, i.kode FROM punktkilde AS k
JOIN punkt AS p ON p.id = k.punkt_id JOIN innspill AS i ON i.id = k.innspill_id
WHERE NOT p.fjernet AND NOT i.fjernet ORDER BY k.rekkefoelge
"""
_MERKNADER = "SELECT m.punkt_id, l.kode, l.navn, m.tekst FROM merknad AS m JOIN liste AS l ON l.id = m.liste_id"
_UTSJEKK = """
SELECT u.punkt_id, v.nummer, g.nummer, u.svar, u.kommentar FROM utsjekk AS u
JOIN verksted AS v ON v.id = u.verksted_id JOIN gruppe AS g ON g.id = u.gruppe_id
WHERE u.punkt_id IS NOT NULL ORDER BY v.nummer, g.nummer
"""
_BORD = "SELECT v.nummer, g.nummer FROM gruppe AS g JOIN verksted AS v ON v.id = g.verksted_id ORDER BY 1, 2"
_SPOERSMAAL = """
SELECT v.nummer, s.nummer, CASE s.tema WHEN '' THEN s.tekst ELSE s.tema END FROM spoersmaal AS s
JOIN verksted AS v ON v.id = s.verksted_id ORDER BY 1, 2
"""
_ELEMENTER = """
SELECT kode, coalesce(forslag_tittel, gjeldende_tittel, '') FROM planelement WHERE NOT fjernet
"""


def hent_bearbeiding(db: sqlite3.Connection) -> Bearbeiding:
    """Return every note and point that is not in the bin: notes as received, points by their codes."""
    kilder: dict[str, list[str]] = defaultdict(list)
    punkter: dict[str, list[str]] = defaultdict(list)
    for punkt_id, punktkode, innspill_id, innspillskode in db.execute(_KILDER):
        kilder[punkt_id].append(innspillskode)
        punkter[innspill_id].append(punktkode)
    samlet = {innspill_id: tuple(sorted(koder, key=kodeorden)) for innspill_id, koder in punkter.items()}
    return Bearbeiding(
        notater=tuple(
            Notatrad(
                kode, verksted, bord, spoersmaal, type_, tekst, hvorfor, element, bool(loeftet), bool(trukket),
                bool(behandlet), samlet.get(innspill_id, ()), f"{kode} {tekst} {hvorfor}".casefold(),
            )
            for innspill_id, kode, verksted, bord, spoersmaal, type_, tekst, hvorfor, element, loeftet, trukket,
            behandlet in db.execute(_NOTATER)
        ),
        punkter=_punktene(db, kilder),
        verksteder=tuple(db.execute("SELECT nummer, tittel FROM verksted ORDER BY nummer")),
        bord=tuple(db.execute(_BORD)),
        spoersmaal=tuple(db.execute(_SPOERSMAAL)),
        lister=tuple(sorted(db.execute("SELECT kode, navn FROM liste"), key=lambda liste: navneorden(liste[1]))),
        elementer=tuple(sorted(db.execute(_ELEMENTER), key=lambda element: kodeorden(element[0]))),
    )  # fmt: skip


def _punktene(db: sqlite3.Connection, kilder: dict[str, list[str]]) -> tuple[Arbeidspunkt, ...]:
    merknader: dict[str, list[Listemerknad]] = defaultdict(list)
    for punkt_id, kode, navn, tekst in db.execute(_MERKNADER):
        merknader[punkt_id].append(Listemerknad(listekode=kode, liste=navn, tekst=tekst))
    utsjekk: dict[str, list[Utsjekksvarrad]] = defaultdict(list)
    for punkt_id, verksted, bord, svar, kommentar in db.execute(_UTSJEKK):
        utsjekk[punkt_id].append(Utsjekksvarrad(verksted=verksted, bord=bord, svar=svar, kommentar=kommentar))
    rader = [
        Arbeidspunkt(
            kode=kode,
            verksted=verksted,
            tittel=tittel,
            tekst=tekst,
            standpunkt=standpunkt,
            enighet=enighet,
            prioritet=prioritet,
            maa_utredes=bool(maa_utredes),
            aapent_spoersmaal=aapent,
            element=element,
            kilder=tuple(kilder[punkt_id]),
            merknader=tuple(sorted(merknader[punkt_id], key=lambda m: navneorden(m.liste))),
            behandling=behandling,
            begrunnelse=begrunnelse,
            utsjekk=tuple(utsjekk[punkt_id]),
        )
        for punkt_id, kode, verksted, tittel, tekst, standpunkt, enighet, prioritet, maa_utredes, aapent, element,
        behandling, begrunnelse in db.execute(_PUNKTER)
    ]  # fmt: skip
    return tuple(sorted(rader, key=lambda punkt: kodeorden(punkt.kode)))

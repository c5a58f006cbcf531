"""Opening: which of the user's file and a working copy left behind goes on, and that it is whole.

Nothing is written to the user's file here, and nothing of what lies on the machine is thrown away unseen.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.klokke import lokal
from verksted.lager.berging import berg
from verksted.lager.brukerfil import ledig
from verksted.lager.feil import FilenErSkadet, FilenErTom, FilenFinnesIkke
from verksted.lager.fil import (
    er_lesbar,
    erstatt,
    fingeravtrykk_av,
    har_vaart_skjema,
    kopier_inn,
    les_innhold,
    proev,
    se_paa_hodet,
    stemmer,
)
from verksted.lager.lagring import INGENTING_LAGRET
from verksted.lager.maskinen import hent_flyttet, rull_tilbake
from verksted.lager.motor import LESEFEIL, aapne_lesende, aapne_skrivende
from verksted.lager.oversetting import er_fra_verden
from verksted.lager.plass import Filstatus, fjern_database
from verksted.lager.sikkerhetskopi import Kopisamling
from verksted.lager.skjema import VERSJON, loeft, stegene, versjon_av

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from verksted.lager.fil import Filinnhold
    from verksted.lager.plass import Plass


@dataclass(frozen=True, slots=True)
class Melding:
    """Something the user should know about the opening; `noekkel` is its sentence in the catalogue `melding`."""

    noekkel: str
    data: Mapping[str, object] = field(default_factory=dict)


class Aapner:
    """Makes the working copy of one file ready; `meldinger` fills up on the way.

    `lagret_handling` is the newest operation that a whole file at the user's place holds, `avtrykk` the SHA-256 (hex)
    of what lies there. With `ta_imot_feil`, a file whose pages hold but whose words do not all agree is made ready too:
    for reading only.
    """

    def __init__(self, plass: Plass, *, arbeidsmappe: Path, naa: datetime, ta_imot_feil: bool = False) -> None:
        self.meldinger: list[Melding] = []
        self.lagret_handling = INGENTING_LAGRET
        self.avtrykk = ""
        self._plass = plass
        self._arbeidsmappe = arbeidsmappe
        self._naa = naa
        self._ta_imot_feil = ta_imot_feil
        self._berget_innhold = False

    def gjoer_klar(self) -> Filinnhold:
        """Return what the ready working copy holds.

        A working copy that was left behind goes on when the user's file is gone or damaged, or is an earlier one
        in the same chain. Raises what `se_paa_hodet` raises, and FilenErSkadet with the newest whole backup.
        """
        rest = self._levning()
        try:
            innhold = self._hent_brukerfilen()
        except KjentFeil as feil:
            if rest is not None and isinstance(feil, (FilenFinnesIkke, FilenErSkadet, FilenErTom)):
                self._ta_vare_paa_skadet(feil)
                self.meldinger.append(Melding("gjenopprettet_uten_fil", {"sti": str(self._plass.brukerfil)}))
                return rest
            raise self._med_kopi(feil) from feil
        if not self._berget_innhold:
            self.lagret_handling = innhold.handling
        if rest is None and hent_flyttet(self._plass, self._arbeidsmappe, innhold.fil_id):
            rest = self._levning()
        if rest is not None and self._levningen_gaar_videre(rest, innhold):
            fjern_database(self._plass.innkopi)
            if rest.handling > innhold.handling:
                self.meldinger.append(Melding("gjenopprettet", {"sti": str(self._plass.brukerfil)}))
            return rest
        fjern_database(self._plass.arbeidskopi)
        self._plass.innkopi.replace(self._plass.arbeidskopi)
        return innhold

    def rydd_plassen(self) -> None:
        """Make room for a new file; a working copy left behind by an earlier one at the same path is kept."""
        if self._levning() is not None:
            self._plass.arbeidskopi.replace(self._berget(f"{self._plass.brukerfil.stem}.verksted"))
        self._plass.rydd()

    # -- the working copy left behind ---------------------------------------------------------------------------

    def _levning(self) -> Filinnhold | None:
        """Return what a working copy from before holds, after SQLite has rolled back what was half done."""
        kopi = self._plass.arbeidskopi
        if not kopi.exists():
            return None
        try:
            if rull_tilbake(kopi) and (proev(kopi) or proev(kopi)):  # one read that fails is no damage
                self._loeft(kopi)
                return les_innhold(kopi)
        except (*LESEFEIL, FilenErSkadet) as feil:
            if er_fra_verden(feil):
                raise
        if kopi.stat().st_size:  # otherwise killed before the first byte
            berget = self._berget("skadet.db")
            kopi.replace(berget)
            data = {"sti": str(self._plass.brukerfil), "egen": str(berget)}
            self.meldinger.append(Melding("skadet_arbeidskopi", data))
        fjern_database(kopi)
        return None

    def _levningen_gaar_videre(self, rest: Filinnhold, fil: Filinnhold) -> bool:
        """Decide by the chains of generations; where both went on, keep both."""
        samme = rest.fil_id == fil.fil_id
        if samme and rest.har(fil.siste):
            return True
        alt_er_i_filen = samme and not rest.endret and fil.har(rest.siste)
        if not alt_er_i_filen:
            self._ta_vare_paa_levningen()
        return False

    def _ta_vare_paa_levningen(self) -> None:
        fil = self._plass.brukerfil
        tid = lokal(self._naa).strftime("%d.%m. kl. %H.%M")
        kopi = self._plass.arbeidskopi
        maal = ledig(fil.with_name(f"{fil.stem} (fra denne maskinen {tid}){fil.suffix}"))
        try:
            erstatt(kopi, maal, avtrykk=fingeravtrykk_av(kopi))
        except KjentFeil:
            maal = self._berget(maal.name)
            kopi.replace(maal)
        self.meldinger.append(Melding("skilte_lag", {"sti": str(fil), "egen": str(maal)}))

    def _ta_vare_paa_skadet(self, feil: KjentFeil) -> None:
        """Keep the damaged bytes before the working copy is written over them: something may be read out of them."""
        if isinstance(feil, FilenErSkadet):
            fil = self._plass.brukerfil
            kopier_inn(fil, self._berget(f"{fil.stem} (skadet){fil.suffix}"))

    def _berget(self, navn: str) -> Path:
        self._plass.berget.mkdir(parents=True, exist_ok=True)
        return ledig(self._plass.berget / navn)

    # -- the user's file ----------------------------------------------------------------------------------------

    def _hent_brukerfilen(self) -> Filinnhold:
        fil, inn = self._plass.brukerfil, self._plass.innkopi
        se_paa_hodet(fil)
        fjern_database(inn)
        avtrykk = self.avtrykk = kopier_inn(fil, inn)
        versjon = se_paa_hodet(inn)  # the same bytes from here on, whatever happens to the file
        kjent = self._plass.les_status()
        if kjent is None or kjent.sha256 != avtrykk:  # bytes that this machine has not verified before
            self._krev_hel(inn, versjon)
        self._loeft(inn)
        innhold = les_innhold(inn)
        if not self._berget_innhold:
            self._plass.skriv_status(Filstatus(innhold.fil_id, avtrykk, str(fil)))
        return innhold

    def _krev_hel(self, inn: Path, versjon: int) -> None:
        if proev(inn):
            if not stemmer(inn):
                kopi = Kopisamling(self._arbeidsmappe, les_innhold(inn).fil_id).ta(inn, naa=self._naa)
                data = {"sti": str(self._plass.brukerfil), "kopi": str(kopi.sti) if kopi else ""}
                self.meldinger.append(Melding("stemmer_ikke", data))
            return
        if har_vaart_skjema(inn, versjon) and er_lesbar(inn) and self._ta_imot_feil:
            self.meldinger.append(Melding("ordene_stemmer_ikke", {"sti": str(self._plass.brukerfil)}))
            self._berget_innhold = True  # these bytes are never to be taken for verified
            return
        if har_vaart_skjema(inn, versjon) or not er_lesbar(inn):
            raise FilenErSkadet(sti=str(self._plass.brukerfil), kopi="")
        ny = inn.with_suffix(".berget")
        if berg(inn, ny) or not proev(ny):  # a copy that lacks something must never be written over the original
            fjern_database(ny)
            raise FilenErSkadet(sti=str(self._plass.brukerfil), kopi="")
        ny.replace(inn)
        self._berget_innhold = True
        self.meldinger.append(Melding("berget", {"sti": str(self._plass.brukerfil)}))

    def _loeft(self, database: Path) -> None:
        """Step an older database up after a backup; the user's own file is not touched before the next copy."""
        with closing(aapne_lesende(database)) as db:
            versjon = versjon_av(db)
        if versjon >= VERSJON:
            return
        if Kopisamling(self._arbeidsmappe, les_innhold(database).fil_id).ta(database, naa=self._naa) is None:
            raise FilenErSkadet(sti=str(self._plass.brukerfil), kopi="")
        with closing(aapne_skrivende(database)) as db:
            loeft(db, stegene())
        self.meldinger.append(Melding("loeftet", {"fra": versjon, "til": VERSJON}))

    def _med_kopi(self, feil: KjentFeil) -> KjentFeil:
        """Return the error with the newest whole backup in it, where it asks for one."""
        kjent = self._plass.les_status()
        if "kopi" not in feil.data or kjent is None:
            return feil
        kopi = Kopisamling(self._arbeidsmappe, kjent.fil_id).nyeste_hele()
        return type(feil)(**{**feil.data, "sti": str(self._plass.brukerfil), "kopi": str(kopi.sti) if kopi else ""})

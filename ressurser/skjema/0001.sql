-- Version 1 of the .verksted file. Never edited once released: a change is a new numbered step.
-- docs/filformat.md explains it.

-- What this file is: fil_id, the copy's name for itself.
CREATE TABLE fil (
    noekkel TEXT PRIMARY KEY NOT NULL,
    verdi TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- One row per whole copy written to the user's place; handling = the newest operation it holds.
CREATE TABLE generasjon (
    nr INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    tid TEXT NOT NULL,
    handling INTEGER NOT NULL
) STRICT;
-- The next code of each kind; outside the change log, so that no code is ever used twice.
CREATE TABLE teller (
    navn TEXT PRIMARY KEY NOT NULL,
    verdi INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- The change log: one row per operation, one per changed row.
CREATE TABLE handling (
    nr INTEGER PRIMARY KEY,
    navn TEXT NOT NULL,
    aktoer TEXT NOT NULL,
    tid TEXT NOT NULL,
    art TEXT NOT NULL CHECK (art IN ('vanlig', 'angre', 'gjoer_om', 'endelig')),
    gjelder INTEGER REFERENCES handling (nr),
    koder TEXT NOT NULL
) STRICT;
CREATE TABLE endring (
    sekvens INTEGER PRIMARY KEY,
    handling INTEGER NOT NULL REFERENCES handling (nr),
    tabell TEXT NOT NULL,
    rad_id TEXT NOT NULL,
    art TEXT NOT NULL CHECK (art IN ('I', 'U', 'D')),
    foer TEXT,
    etter TEXT
) STRICT;
CREATE INDEX endring_rad ON endring (rad_id, tabell);
CREATE INDEX endring_handling ON endring (handling);
-- Contents of rows about persons, apart, so that a person can be erased from the log.
CREATE TABLE endring_person (
    sekvens INTEGER PRIMARY KEY REFERENCES endring (sekvens),
    foer TEXT,
    etter TEXT
) STRICT;
-- Full-text search; fed from the change log, so it may always be thrown away and rebuilt.
CREATE VIRTUAL TABLE soek USING fts5 (
    tabell UNINDEXED, rad_id UNINDEXED, kode, tekst, tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE prosess (
    id TEXT PRIMARY KEY NOT NULL,
    navn TEXT NOT NULL,
    kommune TEXT NOT NULL,
    maalform TEXT NOT NULL,
    valgperiode_fra INTEGER NOT NULL,
    valgperiode_til INTEGER NOT NULL,
    planperiode_fra INTEGER,
    planperiode_til INTEGER,
    mal_noekkel TEXT NOT NULL,
    mal_versjon TEXT NOT NULL,
    kilder TEXT NOT NULL,
    er_eksempel INTEGER NOT NULL CHECK (er_eksempel IN (0, 1)),
    opprettet TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organ (
    id TEXT PRIMARY KEY NOT NULL,
    navn TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plannivaa (
    id TEXT PRIMARY KEY NOT NULL,
    rolle TEXT NOT NULL,
    entall TEXT NOT NULL,
    flertall TEXT NOT NULL,
    prefiks TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE prosessrolle (
    id TEXT PRIMARY KEY NOT NULL,
    noekkel TEXT NOT NULL,
    navn TEXT NOT NULL,
    beskrivelse TEXT NOT NULL,
    sfaere TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE innlesing (
    id TEXT PRIMARY KEY NOT NULL,
    art TEXT NOT NULL,
    filnavn TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    aar INTEGER,
    enhet INTEGER NOT NULL,
    antall INTEGER NOT NULL,
    tid TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hendelse (
    id TEXT PRIMARY KEY NOT NULL,
    tittel TEXT NOT NULL,
    dato TEXT NOT NULL,
    til_dato TEXT,
    beskrivelse TEXT NOT NULL,
    lag TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE egen_kolonne (
    id TEXT PRIMARY KEY NOT NULL,
    tabell TEXT NOT NULL,
    navn TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL,
    UNIQUE (tabell, navn)
) STRICT, WITHOUT ROWID;

CREATE TABLE egen_verdi (
    id TEXT PRIMARY KEY NOT NULL,
    kolonne_id TEXT NOT NULL REFERENCES egen_kolonne (id),
    rad_id TEXT NOT NULL,
    verdi TEXT NOT NULL,
    UNIQUE (kolonne_id, rad_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verksted (
    id TEXT PRIMARY KEY NOT NULL,
    nummer INTEGER NOT NULL,
    tittel TEXT NOT NULL,
    formaal TEXT NOT NULL,
    organ_id TEXT NOT NULL REFERENCES organ (id),
    dato TEXT,
    sted TEXT NOT NULL,
    start TEXT NOT NULL,
    moeteform TEXT NOT NULL,
    aapent INTEGER NOT NULL CHECK (aapent IN (0, 1)),
    lukket_hjemmel TEXT NOT NULL,
    innkalt TEXT,
    status TEXT NOT NULL,
    faktisk_slutt TEXT,
    UNIQUE (nummer)
) STRICT, WITHOUT ROWID;

CREATE TABLE sjekkpunkt (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    nummer INTEGER NOT NULL,
    fase TEXT NOT NULL,
    tekst TEXT NOT NULL,
    hjelpetekst TEXT NOT NULL,
    kilde TEXT NOT NULL,
    ansvarlig TEXT NOT NULL,
    frist TEXT,
    utfoert TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sjekkpunkt_verksted_id ON sjekkpunkt (verksted_id);

CREATE TABLE programpost (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    forelder_id TEXT REFERENCES programpost (id),
    rekkefoelge INTEGER NOT NULL,
    art TEXT NOT NULL,
    tittel TEXT NOT NULL,
    beskrivelse TEXT NOT NULL,
    minutter INTEGER NOT NULL,
    fast_start TEXT,
    sfaere TEXT NOT NULL,
    ansvarlig TEXT NOT NULL,
    faktisk_start TEXT,
    faktisk_slutt TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX programpost_verksted_id ON programpost (verksted_id);

CREATE TABLE spoersmaal (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    programpost_id TEXT REFERENCES programpost (id),
    nummer INTEGER NOT NULL,
    tema TEXT NOT NULL,
    tekst TEXT NOT NULL,
    hjelpetekst TEXT NOT NULL,
    gjelder TEXT NOT NULL,
    svartyper TEXT NOT NULL,
    maks_loeft INTEGER NOT NULL,
    kilde TEXT NOT NULL,
    UNIQUE (verksted_id, nummer)
) STRICT, WITHOUT ROWID;

CREATE TABLE evalueringsspoersmaal (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    nummer INTEGER NOT NULL,
    tekst TEXT NOT NULL,
    art TEXT NOT NULL,
    lav TEXT NOT NULL,
    hoey TEXT NOT NULL,
    UNIQUE (verksted_id, nummer)
) STRICT, WITHOUT ROWID;

CREATE TABLE evalueringssvar (
    id TEXT PRIMARY KEY NOT NULL,
    spoersmaal_id TEXT NOT NULL REFERENCES evalueringsspoersmaal (id),
    verdi INTEGER,
    antall INTEGER NOT NULL,
    tekst TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evalueringssvar_spoersmaal_id ON evalueringssvar (spoersmaal_id);

CREATE TABLE liste (
    id TEXT PRIMARY KEY NOT NULL,
    navn TEXT NOT NULL,
    kode TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL,
    UNIQUE (kode),
    UNIQUE (navn)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    navn TEXT NOT NULL,
    kjoenn TEXT,
    foedselsaar INTEGER,
    bosted TEXT,
    perioder INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE mandat (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    organ_id TEXT NOT NULL REFERENCES organ (id),
    liste_id TEXT REFERENCES liste (id),
    art TEXT NOT NULL,
    verv TEXT,
    vara_for_id TEXT REFERENCES mandat (id),
    rekkefoelge INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mandat_person_id ON mandat (person_id);
CREATE INDEX mandat_vara_for_id ON mandat (vara_for_id);

CREATE TABLE gruppe (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    nummer INTEGER NOT NULL,
    navn TEXT NOT NULL,
    sekretaer_id TEXT REFERENCES person (id),
    UNIQUE (verksted_id, nummer)
) STRICT, WITHOUT ROWID;
CREATE INDEX gruppe_sekretaer_id ON gruppe (sekretaer_id);

CREATE TABLE enhetstoken (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    gruppe_id TEXT REFERENCES gruppe (id),
    token_sha256 TEXT NOT NULL,
    opprettet TEXT NOT NULL,
    sperret INTEGER NOT NULL CHECK (sperret IN (0, 1)),
    UNIQUE (token_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX enhetstoken_verksted_id ON enhetstoken (verksted_id);

CREATE TABLE gruppeinndeling (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    runde INTEGER NOT NULL,
    programpost_id TEXT REFERENCES programpost (id),
    froe INTEGER,
    UNIQUE (verksted_id, runde)
) STRICT, WITHOUT ROWID;

CREATE TABLE plass (
    id TEXT PRIMARY KEY NOT NULL,
    inndeling_id TEXT NOT NULL REFERENCES gruppeinndeling (id),
    gruppe_id TEXT NOT NULL REFERENCES gruppe (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    laast INTEGER NOT NULL CHECK (laast IN (0, 1)),
    UNIQUE (inndeling_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plass_gruppe_id ON plass (gruppe_id);
CREATE INDEX plass_person_id ON plass (person_id);

CREATE TABLE parmoete (
    id TEXT PRIMARY KEY NOT NULL,
    inndeling_id TEXT NOT NULL REFERENCES gruppeinndeling (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    annen_person_id TEXT NOT NULL REFERENCES person (id),
    UNIQUE (inndeling_id, person_id, annen_person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parmoete_person_id ON parmoete (person_id);
CREATE INDEX parmoete_annen_person_id ON parmoete (annen_person_id);

CREATE TABLE tilstedevaerelse (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    for_mandat_id TEXT REFERENCES mandat (id),
    fra TEXT NOT NULL,
    til TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tilstedevaerelse_verksted_id ON tilstedevaerelse (verksted_id);
CREATE INDEX tilstedevaerelse_person_id ON tilstedevaerelse (person_id);
CREATE INDEX tilstedevaerelse_for_mandat_id ON tilstedevaerelse (for_mandat_id);

CREATE TABLE planelement (
    id TEXT PRIMARY KEY NOT NULL,
    forelder_id TEXT REFERENCES planelement (id),
    nivaa_id TEXT NOT NULL REFERENCES plannivaa (id),
    rekkefoelge INTEGER NOT NULL,
    kode TEXT NOT NULL,
    gjeldende_tittel TEXT,
    gjeldende_tekst TEXT,
    forslag_tittel TEXT,
    forslag_tekst TEXT,
    utgaar INTEGER NOT NULL CHECK (utgaar IN (0, 1)),
    begrunnelse_fag TEXT NOT NULL,
    begrunnelse_politikk TEXT NOT NULL,
    periode TEXT,
    baerekraftsmaal TEXT NOT NULL,
    sikkerhet_bp INTEGER,
    kilde_sted TEXT NOT NULL,
    innlesing_id TEXT REFERENCES innlesing (id),
    fjernet INTEGER NOT NULL CHECK (fjernet IN (0, 1)),
    UNIQUE (kode)
) STRICT, WITHOUT ROWID;
CREATE INDEX planelement_forelder_id ON planelement (forelder_id);

CREATE TABLE planalternativ (
    id TEXT PRIMARY KEY NOT NULL,
    planelement_id TEXT NOT NULL REFERENCES planelement (id),
    bokstav TEXT NOT NULL,
    tekst TEXT NOT NULL,
    UNIQUE (planelement_id, bokstav)
) STRICT, WITHOUT ROWID;

CREATE TABLE kunnskapspunkt (
    id TEXT PRIMARY KEY NOT NULL,
    kode TEXT NOT NULL,
    tema TEXT,
    temanavn TEXT NOT NULL,
    tittel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    tall TEXT NOT NULL,
    enhet TEXT NOT NULL,
    kilde TEXT NOT NULL,
    aar INTEGER,
    kvalitetssikret_av TEXT NOT NULL,
    kvalitetssikret_dato TEXT,
    rekkefoelge INTEGER NOT NULL,
    innlesing_id TEXT REFERENCES innlesing (id),
    fjernet INTEGER NOT NULL CHECK (fjernet IN (0, 1)),
    UNIQUE (kode)
) STRICT, WITHOUT ROWID;

CREATE TABLE oppfoelging (
    id TEXT PRIMARY KEY NOT NULL,
    planelement_id TEXT NOT NULL REFERENCES planelement (id),
    sektor TEXT NOT NULL,
    betydning TEXT NOT NULL,
    prioritet INTEGER,
    samarbeid TEXT NOT NULL,
    planbehov TEXT NOT NULL,
    UNIQUE (planelement_id, sektor)
) STRICT, WITHOUT ROWID;

CREATE TABLE innspill (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    gruppe_id TEXT NOT NULL REFERENCES gruppe (id),
    spoersmaal_id TEXT NOT NULL REFERENCES spoersmaal (id),
    planelement_id TEXT REFERENCES planelement (id),
    kode TEXT NOT NULL,
    vei TEXT NOT NULL,
    mottatt_nr INTEGER NOT NULL,
    revisjon INTEGER NOT NULL,
    etter_frist INTEGER NOT NULL CHECK (etter_frist IN (0, 1)),
    loeftet INTEGER NOT NULL CHECK (loeftet IN (0, 1)),
    sluppet INTEGER NOT NULL CHECK (sluppet IN (0, 1)),
    trukket INTEGER NOT NULL CHECK (trukket IN (0, 1)),
    trukket_grunn TEXT NOT NULL,
    fjernet INTEGER NOT NULL CHECK (fjernet IN (0, 1)),
    UNIQUE (kode)
) STRICT, WITHOUT ROWID;
CREATE INDEX innspill_gruppe_id ON innspill (gruppe_id);
CREATE INDEX innspill_spoersmaal_id ON innspill (spoersmaal_id);

CREATE TABLE innspill_revisjon (
    id TEXT PRIMARY KEY NOT NULL,
    innspill_id TEXT NOT NULL REFERENCES innspill (id),
    nummer INTEGER NOT NULL,
    type TEXT NOT NULL,
    tekst TEXT NOT NULL,
    hvorfor TEXT NOT NULL,
    spraak TEXT,
    raatekst TEXT,
    sha256 TEXT NOT NULL,
    UNIQUE (innspill_id, nummer)
) STRICT, WITHOUT ROWID;

CREATE TABLE punkt (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    spoersmaal_id TEXT REFERENCES spoersmaal (id),
    planelement_id TEXT REFERENCES planelement (id),
    kode TEXT NOT NULL,
    tittel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    standpunkt TEXT NOT NULL,
    enighet TEXT NOT NULL,
    prioritet INTEGER,
    maa_utredes INTEGER NOT NULL CHECK (maa_utredes IN (0, 1)),
    aapent_spoersmaal TEXT NOT NULL,
    fjernet INTEGER NOT NULL CHECK (fjernet IN (0, 1)),
    UNIQUE (kode)
) STRICT, WITHOUT ROWID;
CREATE INDEX punkt_verksted_id ON punkt (verksted_id);
CREATE INDEX punkt_planelement_id ON punkt (planelement_id);

CREATE TABLE punktkilde (
    id TEXT PRIMARY KEY NOT NULL,
    punkt_id TEXT NOT NULL REFERENCES punkt (id),
    innspill_id TEXT NOT NULL REFERENCES innspill (id),
    rekkefoelge INTEGER NOT NULL,
    UNIQUE (punkt_id, innspill_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX punktkilde_innspill_id ON punktkilde (innspill_id);

CREATE TABLE merknad (
    id TEXT PRIMARY KEY NOT NULL,
    punkt_id TEXT NOT NULL REFERENCES punkt (id),
    liste_id TEXT NOT NULL REFERENCES liste (id),
    tekst TEXT NOT NULL,
    UNIQUE (punkt_id, liste_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE behandling (
    id TEXT PRIMARY KEY NOT NULL,
    punkt_id TEXT REFERENCES punkt (id),
    innspill_id TEXT REFERENCES innspill (id),
    resultat TEXT NOT NULL,
    begrunnelse TEXT NOT NULL,
    UNIQUE (innspill_id),
    UNIQUE (punkt_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE utsjekk (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    gruppe_id TEXT NOT NULL REFERENCES gruppe (id),
    punkt_id TEXT REFERENCES punkt (id),
    planelement_id TEXT REFERENCES planelement (id),
    svar TEXT NOT NULL,
    kommentar TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX utsjekk_verksted_id ON utsjekk (verksted_id);
CREATE INDEX utsjekk_gruppe_id ON utsjekk (gruppe_id);
CREATE INDEX utsjekk_punkt_id ON utsjekk (punkt_id);
CREATE INDEX utsjekk_planelement_id ON utsjekk (planelement_id);

CREATE TABLE avstemning (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    spoersmaal_id TEXT REFERENCES spoersmaal (id),
    art TEXT NOT NULL,
    tittel TEXT NOT NULL,
    per_person INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX avstemning_verksted_id ON avstemning (verksted_id);

CREATE TABLE avstemningsrunde (
    id TEXT PRIMARY KEY NOT NULL,
    avstemning_id TEXT NOT NULL REFERENCES avstemning (id),
    nummer INTEGER NOT NULL,
    aapen INTEGER NOT NULL CHECK (aapen IN (0, 1)),
    UNIQUE (avstemning_id, nummer)
) STRICT, WITHOUT ROWID;

CREATE TABLE alternativ (
    id TEXT PRIMARY KEY NOT NULL,
    avstemning_id TEXT NOT NULL REFERENCES avstemning (id),
    punkt_id TEXT REFERENCES punkt (id),
    tekst TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alternativ_avstemning_id ON alternativ (avstemning_id);
CREATE INDEX alternativ_punkt_id ON alternativ (punkt_id);

CREATE TABLE stemme (
    id TEXT PRIMARY KEY NOT NULL,
    runde_id TEXT NOT NULL REFERENCES avstemningsrunde (id),
    alternativ_id TEXT NOT NULL REFERENCES alternativ (id),
    gruppe_id TEXT REFERENCES gruppe (id),
    enhet_sha256 TEXT,
    antall INTEGER NOT NULL,
    UNIQUE (runde_id, alternativ_id, gruppe_id, enhet_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX stemme_alternativ_id ON stemme (alternativ_id);

CREATE TABLE tiltak (
    id TEXT PRIMARY KEY NOT NULL,
    kode TEXT NOT NULL,
    tittel TEXT NOT NULL,
    beskrivelse TEXT NOT NULL,
    art TEXT NOT NULL,
    finansiering TEXT,
    ansvarlig TEXT NOT NULL,
    fra_aar INTEGER,
    til_aar INTEGER,
    indikator TEXT NOT NULL,
    status TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL,
    fjernet INTEGER NOT NULL CHECK (fjernet IN (0, 1)),
    UNIQUE (kode)
) STRICT, WITHOUT ROWID;

CREATE TABLE tiltaksbeloep (
    id TEXT PRIMARY KEY NOT NULL,
    tiltak_id TEXT NOT NULL REFERENCES tiltak (id),
    aar INTEGER NOT NULL,
    beloep INTEGER NOT NULL,
    UNIQUE (tiltak_id, aar)
) STRICT, WITHOUT ROWID;

CREATE TABLE oekonomipost (
    id TEXT PRIMARY KEY NOT NULL,
    innlesing_id TEXT NOT NULL REFERENCES innlesing (id),
    kode TEXT NOT NULL,
    naturlig_noekkel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    sektor TEXT NOT NULL,
    funksjon TEXT,
    funksjonsnavn TEXT NOT NULL,
    tjeneste TEXT NOT NULL,
    art TEXT NOT NULL,
    inntekt_utgift TEXT NOT NULL,
    endringsart TEXT NOT NULL,
    ansvarlig TEXT NOT NULL,
    raarad TEXT NOT NULL,
    rekkefoelge INTEGER NOT NULL,
    UNIQUE (innlesing_id, naturlig_noekkel),
    UNIQUE (kode)
) STRICT, WITHOUT ROWID;

CREATE TABLE postbeloep (
    id TEXT PRIMARY KEY NOT NULL,
    post_id TEXT NOT NULL REFERENCES oekonomipost (id),
    aar INTEGER NOT NULL,
    beloep INTEGER NOT NULL,
    UNIQUE (post_id, aar)
) STRICT, WITHOUT ROWID;

CREATE TABLE sporlenke (
    id TEXT PRIMARY KEY NOT NULL,
    fra_type TEXT NOT NULL,
    fra_id TEXT NOT NULL,
    til_type TEXT NOT NULL,
    til_id TEXT NOT NULL,
    andel_bp INTEGER,
    notat TEXT NOT NULL,
    UNIQUE (fra_type, fra_id, til_type, til_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sporlenke_til_id ON sporlenke (til_id);


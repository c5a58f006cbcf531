-- Version 2: how tables are to be made, who will not come, and the program as it goes on the day.
-- A column added here is added to the rows in the change log as well, so that the log still replays to the same rows.

-- Search is kept in memory (lager/soek.py): an erased person's words must not live on in an index.
DROP TABLE soek;

ALTER TABLE verksted ADD COLUMN slutt TEXT;
ALTER TABLE verksted ADD COLUMN forskyvning TEXT NOT NULL DEFAULT 'skyv';
UPDATE endring SET
    foer = json_set(foer, '$.slutt', NULL, '$.forskyvning', 'skyv'),
    etter = json_set(etter, '$.slutt', NULL, '$.forskyvning', 'skyv')
WHERE tabell = 'verksted';

ALTER TABLE programpost ADD COLUMN loep INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programpost ADD COLUMN tildelt INTEGER;
ALTER TABLE programpost ADD COLUMN slutter TEXT;
ALTER TABLE programpost ADD COLUMN stanset TEXT;
ALTER TABLE programpost ADD COLUMN hoppet_over INTEGER NOT NULL DEFAULT 0 CHECK (hoppet_over IN (0, 1));
ALTER TABLE programpost ADD COLUMN lagt_til INTEGER NOT NULL DEFAULT 0 CHECK (lagt_til IN (0, 1));
ALTER TABLE programpost ADD COLUMN planlagt_rekkefoelge INTEGER;
UPDATE endring SET
    foer = json_set(foer, '$.loep', 0, '$.tildelt', NULL, '$.slutter', NULL, '$.stanset', NULL,
        '$.hoppet_over', 0, '$.lagt_til', 0, '$.planlagt_rekkefoelge', NULL),
    etter = json_set(etter, '$.loep', 0, '$.tildelt', NULL, '$.slutter', NULL, '$.stanset', NULL,
        '$.hoppet_over', 0, '$.lagt_til', 0, '$.planlagt_rekkefoelge', NULL)
WHERE tabell = 'programpost';

ALTER TABLE plass ADD COLUMN sekretaer INTEGER NOT NULL DEFAULT 0 CHECK (sekretaer IN (0, 1));
UPDATE endring_person SET
    foer = json_set(foer, '$.sekretaer', 0),
    etter = json_set(etter, '$.sekretaer', 0)
WHERE sekvens IN (SELECT sekvens FROM endring WHERE tabell = 'plass');

CREATE TABLE gruppeoppsett (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    antall_bord INTEGER,
    stoerrelse INTEGER,
    runder INTEGER NOT NULL,
    balanser TEXT NOT NULL,
    alle_i_rommet INTEGER NOT NULL CHECK (alle_i_rommet IN (0, 1)),
    froe INTEGER NOT NULL,
    UNIQUE (verksted_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE grupperegel (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    art TEXT NOT NULL,
    bord INTEGER,
    runde INTEGER,
    verv TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX grupperegel_verksted_id ON grupperegel (verksted_id);
CREATE TABLE grupperegel_person (
    id TEXT PRIMARY KEY NOT NULL,
    regel_id TEXT NOT NULL REFERENCES grupperegel (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    UNIQUE (regel_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grupperegel_person_person_id ON grupperegel_person (person_id);
CREATE TABLE forfall (
    id TEXT PRIMARY KEY NOT NULL,
    verksted_id TEXT NOT NULL REFERENCES verksted (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    UNIQUE (verksted_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX forfall_person_id ON forfall (person_id);

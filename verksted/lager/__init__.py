"""The file: engine, unit of work, change log, snapshots, backups; the only floor with SQL."""

"""Pure algorithms: functions of values, no files, no SQL."""

"""How it looks: colours, type, icons, focus, and Qt's own words. Imports only kjerne and Qt."""

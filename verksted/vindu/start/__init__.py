"""The start page: paints before anything else is loaded. Imports only kjerne, Qt, utseende and deler."""

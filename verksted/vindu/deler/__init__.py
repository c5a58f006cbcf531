"""Small widgets that every page is made of. Import only kjerne, Qt and utseende."""

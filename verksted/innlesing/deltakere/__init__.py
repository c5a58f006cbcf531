"""Council lists: people, lists, mandates, deputies."""

"""Short codes of products: their signs, and the ledger of all that were ever given."""

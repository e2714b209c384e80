"""A new record from a few answers, as `ocop new` makes it: answers in, checked as records are, files out."""

"""Stage 1: files in, `RawRecord` out: strings and where they stand. Converts nothing, judges only the form."""

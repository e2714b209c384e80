"""Stage 4: a catalogue in, HTML pages in shells out. Decides nothing about products; see `catalogue/`."""

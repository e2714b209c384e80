"""Stage 3: validated records in, a catalogue out: products with their standings, in ordered listings."""

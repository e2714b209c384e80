"""Stage 2: raw records in, products, producers and registers out, or issues: all mistakes of all files in one go."""

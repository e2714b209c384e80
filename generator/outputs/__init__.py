"""Stage 5: a catalogue in, everything out that is not a page: sitemap, robots, feeds, open data, editors' schemas."""

"""How far a build is, told to people while it runs, and where its time went. Phases and counts in, lines out."""

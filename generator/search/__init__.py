"""Stage 4 too: entries in, the files of the search index of one language out. The scripts of the theme read them.

`index.py` is where to begin. What a file holds is described where it is made; `theme/scripts/search` undoes it.
"""

"""The search measured against Pagefind: making the index, its size, bytes and time until results show, answers."""

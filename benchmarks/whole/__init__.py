"""The whole catalogue: a cold build beside Hugo with Pagefind, builds after an edit, and how both grow."""

"""What changed for a buyer between two states of the records: as text, Markdown and Atom feed."""

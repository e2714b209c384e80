"""Text for XML files: escaped, and without the two characters that XML cannot hold."""

from markupsafe import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF))


def xml_text(text: str) -> str:
    """A text for an element or a quoted attribute. Control characters are already refused in records."""
    return str(escape(text.translate(_NOT_XML)))

"""Files of the index: a key and data in, a script with a name that carries the hash of its content out.

Every file is one call of `OCOP.part`, so that it loads by a script element over http and from disk alike.
"""

import re
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256
from json import JSONEncoder

from generator.search.source import File

FOLDER = "search"
SHARED = "all"
"""Folder of what all languages share."""
_ENCODER = JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"))
_LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""End a line inside a string for older JavaScript."""
_NAME = re.compile(rf"{FOLDER}/(\w+)/([a-z]+)-([^/.]*)\.([a-z2-7]{{6}})\.js")


def script(key: str, data: object) -> str:
    """The text of a file. The data may be anything JSON can say; names of members must be our own, never a record's."""
    text = _ENCODER.encode(data)
    for sign, escaped in _LINE_ENDS.items():
        if sign in text:
            text = text.replace(sign, escaped)
    return f'OCOP.part("{key}",{text});\n'


def make_part(folder: str, kind: str, name: str, data: object) -> File:
    """A file of one `kind`; its `name` tells it from the others of the kind, and lives in its path."""
    safe = escape(name)
    content = script(f"{folder}/{kind}-{safe}", data)
    return f"{FOLDER}/{folder}/{kind}-{safe}.{content_hash(content)}.js", content


def content_hash(content: str) -> str:
    """Six letters and digits, the same for the same content."""
    return b32encode(sha256(content.encode()).digest())[:6].decode().lower()


def escape(name: str) -> str:
    """A name in signs that any file system and address takes as they are."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"_{ord(sign):x}_" for sign in name)


def unescape(name: str) -> str:
    """The name that `escape` was given."""
    return re.sub("_([0-9a-f]+)_", lambda code: chr(int(code[1], 16)), name)


def hashes_of(paths: Iterable[str], folder: str, kind: str) -> dict[str, str]:
    """The hash of every file of a kind by its name."""
    found = (_NAME.fullmatch(path) for path in paths)
    return {unescape(one[3]): one[4] for one in found if one and one[1] == folder and one[2] == kind}

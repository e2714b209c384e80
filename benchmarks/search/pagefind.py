"""The peer: Pagefind's own program on the product pages of a built site, and its own search field on one of them.

It is set as its makers advise and as suits it best: it reads product pages only and of them the product only, has no
filters to write, and brings its lighter field (`pagefind-ui.js`), without pictures and without a pause while typing.
"""

import re
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path

FOLDER = "/pagefind/"
"""Where its bundle is served."""
ROOT = "article.cat-product"
NOT_THE_PRODUCT = (".cat-crumbs", ".cat-gallery", ".cat-picks", ".cat-share", ".cat-collections", ".cat-reach")
"""Parts of the element above that only lead elsewhere or say again what was said."""
NOT_SEARCHED_BY_US = (
    *NOT_THE_PRODUCT,
    *(".cat-mark", ".cat-facts", ".cat-story", ".cat-evidence", ".cat-product__aside", ".cat-product__foot"),
    *(".cat-standing dl", "[data-meaning]", ".cat-unseen", "h2", "caption", "th", ".cat-grid-table:not(#certificates)"),
    ".cat-table:not(#identity, #origin, #markets, .cat-table--grid)",
)
"""What else to leave out so that about the same words are searched as by this project."""
SETTINGS = {"product": NOT_THE_PRODUCT, "words": NOT_SEARCHED_BY_US}
NOT_NEEDED = ("pagefind-component-ui", "pagefind-modular-ui", "pagefind-highlight")
"""Beginnings of the names of files that it writes besides and that the field does without."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FIELD = re.compile(r'<form class="cat-search".*?</form>', re.DOTALL)
_HEAD = (
    f'<link href="{FOLDER}pagefind-ui.css" rel="stylesheet"><script src="{FOLDER}pagefind-ui.js" defer></script>'
    f'<script src="{FOLDER}start.js" defer></script></head>'
)
START = (
    'new PagefindUI({element:"#search",showSubResults:false,showImages:false,resetStyles:false,debounceTimeoutMs:0});\n'
)
"""The script that puts its field on a page."""


def make_command(site: Path, languages: Sequence[str], setting: str, bundle: Path) -> list[str]:
    """The command that indexes a site's product pages into the folder `bundle`."""
    folders = languages[0] if len(languages) == 1 else "{" + ",".join(languages) + "}"
    return [
        *(str(distribution("pagefind-bin").locate_file("pagefind_bin/pagefind")), "--silent"),
        *("--site", str(site), "--glob", f"{folders}/p/**/*.html", "--output-path", str(bundle)),
        *("--root-selector", ROOT, "--exclude-selectors", ", ".join(SETTINGS[setting])),
    ]


def bundle_files(bundle: Path) -> list[Path]:
    """The files that a site with its field needs."""
    return [file for file in bundle.rglob("*") if file.is_file() and not file.name.startswith(NOT_NEEDED)]


def make_page(ours: str) -> str:
    """One of our pages with the peer's search field in the place of ours, and no policy that would forbid its code.

    Raises ValueError for a page that has none of these.
    """
    page, policies = _POLICY.subn("", ours, count=1)
    page, fields = _FIELD.subn('<div id="search"></div>', page, count=1)
    if not policies or not fields:
        raise ValueError("a page without a policy or without a search field")
    return page.replace("</head>", _HEAD, 1)

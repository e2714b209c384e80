"""The options of the plugin block in `mkdocs.yml`. One of the two modules that know MkDocs."""

from datetime import date

from mkdocs.config import base
from mkdocs.config import config_options as c


class CatalogueOptions(base.Config):
    """Options of the `catalogue` plugin."""

    products = c.Type(str, default="products")
    """Folder with records, producers, registers and images, relative to `mkdocs.yml`."""
    languages = c.ListOfItems(c.Choice(("vi", "en")), default=["vi", "en"])
    """Languages of the site; the first is the main one."""
    as_of = c.Optional(c.Type((str, date)))
    """Day for which standings are computed, YYYY-MM-DD; default: today in Việt Nam."""
    site_names = c.DictOfItems(c.Type(str), default={})
    """Name of the site by language, where it differs from `site_name`."""
    page_size = c.Type(int, default=48)
    """Products on one page of a listing."""
    processes = c.Optional(c.Type(int))
    """Most processes to use; default: as many as pay."""
    cache = c.Type(str, default=".cache")
    """Folder for re-encoded pictures kept between builds, relative to `mkdocs.yml`."""
    limit_on_serve = c.Optional(c.Type(int))
    """Most products to show under `mkdocs serve`; default: all."""
    messages = c.Choice(("vi", "en"), default="vi")
    """Language in which mistakes are told."""

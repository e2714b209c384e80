"""The licence of the open data, as the downloads state it (see `DATA-LICENSE.md`)."""

LICENCE_ID = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

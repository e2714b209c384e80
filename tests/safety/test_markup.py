"""Text of records is text: in every field, on every page, in every download."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.build.project import HONEY, Project, small_project
from tests.safety.filled import full_producer, full_product, leaves, text_paths, write_full
from tests.safety.pages import addresses, documents, parse, shown, skeleton

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = {
    "element": """"><svg onload=alert(1)></svg><img src=x onerror=alert(1)> '><a href="javascript:alert(1)">x</a>""",
    "attribute": """' onmouseover='alert(1)' " autofocus onfocus="alert(1) ` style=x:expression(1) x=""",
    "end": """</script><script>alert(1)</script> ]]> --> </title></style></textarea></template><!-- <![CDATA[""",
    "template": """{{7*7}} {% raw %} ${7*7} #{7*7} {0} {name} {count} %s %(x)s @@catalogue:main@@ @@catalogue:head@@""",
    "markdown": """[x](javascript:alert(1)) **b** <b>b</b> {: onclick=x} --8<-- "/etc/passwd" `c` # h | a | b |""",
    "entities": """&lt;b&gt; &#60;i&#62; &amp;amp; &quot;&apos; %3Cscript%3E \\u003cscript\\u003e &notit; &""",
    "directions": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \ufffd \U0001d54f \U0001f469 A\u0308",
    "long": "W" * 230,
}
Attack = tuple[Project, Project, str]
PAGES = ["vi/p/day-du", "en/p/day-du", "vi/producers/htx-ban-lien", "en/producers/htx-ban-lien", "vi", "en/products"]


def harmless(text: str) -> str:
    """A text of the same shape without a sign in it."""
    return "".join(letter if letter.isspace() else "x" for letter in unicodedata.normalize("NFC", text))


def build_with(project: Project, payload: str) -> dict[str, bytes]:
    """Build with a text in every field of a product and a producer: the field's path, then the payload."""
    write_full(project, lambda path: f"{path} {payload}")
    project.build()
    return project.files()


def compare(hostile: dict[str, bytes], plain: dict[str, bytes], payload: str, pages: list[str]) -> None:
    """Pages of a hostile site have the elements of the harmless one, and show the text as often."""
    payload = " ".join(unicodedata.normalize("NFC", payload).split())
    for path in pages:
        bad, good = parse(hostile[path].decode()), parse(plain[path].decode())
        assert skeleton(good) == skeleton(bad), path
        bad_text, good_text = shown(bad), shown(good)
        for field in text_paths():
            expected = good_text.count(f"{field} {harmless(payload)}")
            assert expected == bad_text.count(f"{field} {payload}"), (path, field)
        assert len(documents(good)) == len(documents(bad))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Attack]:
    """Builds the sites of a payload when first asked for."""

    @cache
    def build(name: str) -> Attack:
        folder = tmp_path_factory.mktemp(name)
        hostile, plain = small_project(folder / "hostile"), small_project(folder / "harmless")
        build_with(hostile, HOSTILE[name])
        build_with(plain, harmless(HOSTILE[name]))
        return hostile, plain, HOSTILE[name]

    return build


@pytest.fixture(params=sorted(HOSTILE))
def attacked(request: pytest.FixtureRequest, sites: Callable[[str], Attack]) -> Attack:
    """A project with a hostile text in every field, the same with a harmless one, and the hostile text."""
    return sites(request.param)


def made_of(files: Mapping[str, bytes]) -> list[str]:
    """All paths but those of the search index, whose names carry a hash of what they hold."""
    return sorted(path for path in files if not path.startswith("search/"))


def test_no_page_gets_an_element_or_attribute(attacked: Attack) -> None:
    """On every page that differs, elements and attributes are those of the harmless site, and the text is shown."""
    hostile, plain = attacked[0].files(), attacked[1].files()
    assert made_of(hostile) == made_of(plain)
    pages = [path for path in hostile if path.endswith(".html") and hostile[path] != plain[path]]
    assert {f"{page}/index.html" for page in PAGES} <= set(pages)
    compare(hostile, plain, attacked[2], pages)


@pytest.mark.parametrize("name", ["element", "attribute", "end", "template"])
def test_no_shared_page_gets_an_element_or_attribute(name: str, tmp_path: Path) -> None:
    """Products on one page cannot reach into each other either."""
    sites = []
    for payload in (HOSTILE[name], harmless(HOSTILE[name])):
        project = small_project(tmp_path / str(len(sites)))
        project.configure({"bundle": "all"})
        sites.append(build_with(project, payload))
    compare(sites[0], sites[1], HOSTILE[name], ["vi/b/1/index.html", "en/b/1/index.html"])


def test_structured_data_holds_the_text_itself(attacked: Attack) -> None:
    """JSON-LD parses on the product's pages, and the name in it is the name of the record."""
    name = full_product(lambda path: f"{path} {attacked[2]}")["name"]["vi"]
    for language in ("vi", "en"):
        (document,) = documents(parse(attacked[0].read(f"{language}/p/day-du/index.html")))
        node = next(one for one in document["@graph"] if one["@type"] == "Product")
        assert clean(name) == node["name"]


def test_open_data_holds_the_text_itself(attacked: Attack) -> None:
    """In `products.json` every text of the record comes back letter by letter."""
    project, _, payload = attacked
    products = json.loads(project.read("api/v1/products.json"))["products"]
    product = next(one for one in products if one["id"] == "day-du")
    found = {value for _, value in leaves(product) if isinstance(value, str)}
    record = full_product(lambda path: f"{path} {payload}")
    stated = {clean(str(value)) for _, value in leaves(record) if payload[:9] in str(value)}
    assert set() == stated - found
    assert len(stated) > 100


def test_tables_have_one_row_a_product(attacked: Attack) -> None:
    """CSV keeps its columns, whatever stands in a cell."""
    for language in ("vi", "en"):
        content = (attacked[0].site / f"api/v1/products.{language}.csv").read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content, newline="")))
        assert (4, 1) == (len(rows), len({len(row) for row in rows}))


def test_feed_and_sitemap_are_well_formed(attacked: Attack) -> None:
    """XML parses, and the title in the feed is the name of the record."""
    name = full_product(lambda path: f"{path} {attacked[2]}")["name"]
    for language in ("vi", "en"):
        feed = ET.fromstring(attacked[0].read(f"{language}/feed.xml"))  # noqa: S314  our own file
        assert clean(name[language]) in {title.text for title in feed.iter(f"{ATOM}title")}
    assert len(ET.fromstring(attacked[0].read("sitemap.xml"))) > 100  # noqa: S314  our own file


def test_addresses_have_schemes_of_the_allow_list(attacked: Attack) -> None:
    """Every link is relative, https, http, mailto or tel; those to other sites say that they are not ours."""
    for page in PAGES[:4]:
        for element, address in addresses(parse(attacked[0].read(f"{page}/index.html"))):
            parts = urlsplit(address)
            assert parts.scheme in {"", "http", "https", "mailto", "tel"}, address
            if element.tag == "a" and parts.netloc not in {"", "catalogue.example"}:
                assert {"noopener", "nofollow", "ugc"} <= set((element.get("rel") or "").split()), address


def test_nothing_was_computed(attacked: Attack) -> None:
    """No template language has run over a record."""
    assert [] == [path for path, content in attacked[0].files().items() if b"vi 49 " in content]


def clean(text: str) -> str:
    """A single line as a record keeps it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


KEPT_FROM_PAGES = {"sources.repository", "producer.sources.repository"}
"""Where the catalogue's makers keep a copy of a source."""
LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
FRAGMENTS = st.sampled_from([piece for one in HOSTILE.values() for piece in one.split()])
PIECES = st.one_of(st.text(LETTERS, max_size=30), FRAGMENTS)
PAYLOADS = st.lists(PIECES, min_size=1, max_size=8).map("".join).map(lambda text: text[:200])


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Project]:
    """Two small projects that are built again and again."""
    folder = tmp_path_factory.mktemp("pair")
    return small_project(folder / "hostile"), small_project(folder / "harmless")


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(payload=PAYLOADS.filter(lambda text: text.strip()))
def test_no_text_at_all_becomes_markup(pair: tuple[Project, Project], payload: str) -> None:
    """Any letters, in every field of a product and its producer."""
    hostile, plain = build_with(pair[0], payload), build_with(pair[1], harmless(payload))
    compare(hostile, plain, payload, [f"{page}/index.html" for page in PAGES])


def test_every_text_field_is_tried() -> None:
    """The walk over the models finds the fields; nobody has to list them."""
    paths = text_paths()
    assert len(paths) == len(set(paths)) > 200
    expected = {"name.vi", "story.en", "keywords.vi", "sources.title", "producer.contact.person", "images.alt.vi"}
    assert expected <= set(paths)


def test_a_formula_is_guarded_in_tables(made: Project) -> None:
    """No text cell begins with a sign that a spreadsheet would run."""
    for number, sign in enumerate("=+-@＝＋－＠"):
        made.product(f"f-{number}", {**HONEY, "name": {"vi": f"{sign}cmd|' /C calc'!A0"}}, "tuyen-quang")
    made.build()
    content = (made.site / "api/v1/products.vi.csv").read_bytes().decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert [] == [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠]", cell)]
    assert 8 == sum("cmd|" in cell and cell.startswith("'") for cell in cells if "A0" in cell)


def test_a_full_record_is_shown_in_full(tmp_path: Path) -> None:
    """What a record states in Vietnamese or English is on its page or in the open data; nothing is swallowed."""
    project = small_project(tmp_path / "project")
    write_full(project, lambda path: f"{path} ok")
    project.build()
    pages = "".join(shown(parse(project.read(f"{page}/index.html"))) for page in PAGES[:4])
    foreign = re.compile(r"\.(fr|de|zh|ja|ko)$")
    hidden = {path for path in text_paths() if f"{path} ok" not in pages and not foreign.search(path)}
    assert KEPT_FROM_PAGES == hidden
    assert full_producer(lambda path: path)["name"]["vi"] == "producer.name.vi"

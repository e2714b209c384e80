"""What single rows become: names, places, awards, producers."""

from collections.abc import Mapping

import pytest

from generator.model import Product
from tests.importing.project import ROW, Project, ids


def imported(project: Project, **cells: str) -> Product:
    """The one product of a list of one row."""
    project.import_rows({**ROW, **cells})
    (product,) = project.collection().products
    return product


@pytest.mark.parametrize(
    ("authority", "level"),
    [
        ("Bộ Nông nghiệp và Môi trường", "ministry"),
        ("Hội đồng OCOP cấp Trung ương", "ministry"),
        ("Hội đồng OCOP cấp Quốc gia", "ministry"),
        ("UBND tỉnh Thái Nguyên", "province"),
        ("UBND TP. Hồ Chí Minh", "province"),
        ("UBND thành phố Đà Nẵng", "province"),
        ("UBND thành phố Phan Thiết", "district"),
        ("UBND huyện Đức Trọng, tỉnh Lâm Đồng", "district"),
        ("Hội đồng OCOP huyện Thống Nhất", "district"),
        ("Báo Thái Nguyên", None),
    ],
)
def test_the_level_comes_from_the_words_of_the_authority(project: Project, authority: str, level: str | None) -> None:
    """A city is a province only where it is centrally run."""
    assert level == imported(project, authority=authority).awards[0].level


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"name_en": "Tea", "name_en_origin": "translation"}, {"vi": "Chè đinh", "en": "Tea", "translated": ("en",)}),
        ({"name_en": "Tea", "name_en_origin": "source"}, {"vi": "Chè đinh", "en": "Tea"}),
        (
            {
                "name_source": "Dinh tea",
                "name_source_language": "en",
                "name_en": "Tea",
                "name_en_origin": "translation",
            },
            {"vi": "Chè đinh", "en": "Dinh tea"},
        ),
        (
            {"name_source": "thé", "name_source_language": "fr", "name_en": "Tea", "name_en_origin": "translation"},
            {"vi": "Chè đinh", "en": "Tea", "fr": "thé", "translated": ("en",)},
        ),
        ({"name_vi": "", "name_other": "vase cygne (French rendering)"}, {"fr": "vase cygne"}),
        ({"name_vi": "", "name_other": "red pepper; Nam Yang Cooperative"}, {"en": "red pepper"}),
        ({"name_other": "Sâm Sâm Co Ltd"}, {"vi": "Chè đinh"}),
    ],
)
def test_names(project: Project, cells: dict[str, str], expected: Mapping[str, object]) -> None:
    """The source's own English goes before a translation; only a translation is marked as one."""
    name = imported(project, **cells).name.model_dump(exclude_none=True)
    assert {"translated": (), **expected} == name


def test_one_cell_with_both_names_is_split(project: Project) -> None:
    """Product, organisation and the district in brackets."""
    product = imported(
        project, name_vi="", producer="", district_old="", name_other="Sausage; My Yen Factory (An district)"
    )
    assert "An district" == product.origin.stated.district  # type: ignore[union-attr]
    assert ["My Yen Factory"] == [one.name.en for one in project.collection().producers.values()]


def test_an_address_does_not_repeat_the_places_beside_it(project: Project) -> None:
    """Only what the other fields do not say is left."""
    address = "Xóm 3, xã Tân Cương, thành phố Thái Nguyên, tỉnh Thái Nguyên"
    assert "Xóm 3" == imported(project, address=address).origin.stated.address  # type: ignore[union-attr]


def test_an_address_without_places_beside_it_stays_whole(project: Project) -> None:
    """A list of today's names has no former places."""
    cells = {"commune_old": "", "district_old": "", "province_old": "", "commune_current": "xã Trường Xuân"}
    address = "Thôn 10, xã Trường Xuân, tỉnh Lâm Đồng"
    origin = imported(project, **cells, province_new="Lâm Đồng", address=address).origin
    assert address == origin.stated.address  # type: ignore[union-attr]
    assert ("xã Trường Xuân", "Lâm Đồng") == (origin.today.commune, origin.today.province)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("notes", "inferred"),
    [
        ("province/district deduced from the commune names; no date", ("district", "province")),
        ("Huyện, tỉnh suy ra từ tên xã", ("district", "province")),
        ("province is inferred from the address", ("province",)),
        ("set inferred (pearl jewellery has no dedicated set)", ()),
    ],
)
def test_parts_of_a_place_that_were_inferred_are_marked(
    project: Project, notes: str, inferred: tuple[str, ...]
) -> None:
    """As far as the note of the row says so; its producer's place is no surer."""
    product = imported(project, notes=notes)
    (producer,) = project.collection().producers.values()
    assert inferred == product.origin.stated.inferred  # type: ignore[union-attr]
    assert inferred == producer.origin.stated.inferred  # type: ignore[union-attr]


def test_a_grade_of_evidence_is_never_lost(project: Project) -> None:
    """Where there is neither an award nor a proposal, the source keeps it."""
    product = imported(project, status="unknown", stars="", verification="C")
    assert ((), "C") == (product.awards, product.sources[0].evidence)
    project.import_rows({**ROW, "id": "other"})
    assert {None} == {one.sources[0].evidence for one in project.collection().products if one.id == "other"}


def test_todays_province_is_not_written_where_the_register_knows_it(project: Project) -> None:
    """What can be derived is not stated twice."""
    assert imported(project, province_new="Thái Nguyên").origin.today is None


def test_another_province_than_that_of_the_register_is_told(project: Project) -> None:
    """The register decides."""
    assert ["import-province"] == ids(project.import_rows({**ROW, "province_new": "Lào Cai"}))


def test_a_product_without_a_known_province_has_a_folder_of_its_own(project: Project) -> None:
    """Until an officer finds its place."""
    project.import_rows({**ROW, "province_old": ""})
    assert "records/unplaced/che-dinh-thai-nguyen.yml" in project.files()


@pytest.mark.parametrize(
    ("cell", "markets", "note"),
    [
        ("Japan; South Korea; Taiwan; US; UK", ["JP", "KR", "TW", "US", "GB"], None),
        ("Nhật Bản, Hàn Quốc, Hoa Kỳ", ["JP", "KR", "US"], None),
        ("95% exported to 30 countries", [], "95% exported to 30 countries"),
        ("Japan and many others", [], "Japan and many others"),
    ],
)
def test_markets_are_countries_or_a_note(project: Project, cell: str, markets: list[str], note: str | None) -> None:
    """A text that lists anything but countries stays as it is."""
    product = imported(project, export_markets=cell)
    assert (markets, note) == (
        [one.country for one in product.markets],
        product.export_note.en if product.export_note else None,
    )


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("stars", "4 sao", "stars", "4"),
        ("stars", "", "stars", "None"),
        ("issued_at", "20/7/2021", "issued", "2021-07-20"),
        ("score", "92,4", "score", "92.4"),
        ("status", "Công nhận lại", "kind", "renewal"),
        ("status", "nâng hạng", "kind", "upgrade"),
        ("status", "recognised", "kind", "None"),
        ("valid_until_stated", "2024-07-20", "expires", "2024-07-20"),
    ],
)
def test_cells_as_offices_write_them(project: Project, column: str, cell: str, field: str, value: str) -> None:
    """Vietnamese days, decimal commas and words; what is not stated is not filled in."""
    assert value == str(getattr(imported(project, **{column: cell}).awards[0], field))


def test_an_earlier_award_comes_first(project: Project) -> None:
    """Both are kept."""
    product = imported(project, status="downgraded", stars="3", previous_stars="4", previous_issued="2018-07-01")
    assert [(4, None), (3, "downgrade")] == [(award.stars, award.kind) for award in product.awards]


@pytest.mark.parametrize(
    ("status", "notes", "reason", "note"),
    [
        ("removed", "removed after the 36-month term without re-assessment", "not-renewed", None),
        ("removed", "Hết 36 tháng, chủ thể không nộp hồ sơ đánh giá lại", "not-renewed", None),
        ("Không đánh giá lại", "", "not-renewed", "Không đánh giá lại"),
        ("removed", "removed after 36 months", None, None),
        ("removed", "Vi phạm an toàn thực phẩm", None, None),
        ("Đưa ra khỏi danh sách", "", None, "Đưa ra khỏi danh sách"),
    ],
)
def test_a_removed_product_says_why_where_the_list_does(
    project: Project, status: str, notes: str, reason: str | None, note: str | None
) -> None:
    """The award is there and taken back, in the list's own words; no reason is made up."""
    withdrawn = imported(project, status=status, stars="", notes=notes).awards[0].withdrawn
    assert withdrawn
    assert withdrawn.note
    assert (reason, note or notes) == (withdrawn.reason, withdrawn.note.all()[0])


@pytest.mark.parametrize(
    ("notes", "language"),
    [
        ("address in source: xã Liên Hiệp, huyện Đức Trọng, tỉnh Lâm Đồng", "en"),
        ("district council 12/03/2024; decision not stated", "en"),
        ("Hết hạn, chưa có quyết định mới; xem website của sở", "vi"),
        ("Quyết định 12/QĐ-UBND, in kèm danh sách", "vi"),
    ],
)
def test_a_note_is_in_the_language_of_its_sentence(project: Project, notes: str, language: str) -> None:
    """Whatever it quotes."""
    (source,) = imported(project, notes=notes).sources
    assert {language: notes} == source.note.model_dump(exclude_defaults=True)  # type: ignore[union-attr]


def test_a_source_that_is_no_address_is_a_title(project: Project) -> None:
    """Nothing is lost, and nothing becomes a link that is none."""
    source = imported(project, source_url="Báo Thái Nguyên 01/2024").sources[0]
    assert ("Báo Thái Nguyên 01/2024", None) == (source.title, source.url)


def test_one_producer_for_one_name_in_one_place(project: Project) -> None:
    """Case, marks and a missing place do not make another producer; another province does."""
    rows = [
        {**ROW, "id": "a"},
        {**ROW, "id": "b", "producer": "HTX Chè  ví dụ"},
        {**ROW, "id": "c", "province_old": "", "district_old": "", "commune_old": ""},
        {**ROW, "id": "d", "province_old": "Lào Cai", "district_old": "", "commune_old": ""},
    ]
    project.import_rows(*rows)
    producers = [product.producer for product in project.collection().products]
    assert {"htx-che-vi-du": 3, "htx-che-vi-du-lao-cai": 1} == {one: producers.count(one) for one in producers}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("HTX chè Ví Dụ", "Hợp tác xã Chè Ví Dụ"),
        ("Công ty CP Ví Dụ", "Công ty Cổ phần Ví Dụ"),
        ("CTCP Ví Dụ", "Công ty cổ phần Ví Dụ"),
        ("Công ty TNHH MTV Ví Dụ", "Công ty Trách nhiệm hữu hạn Một thành viên Ví Dụ"),
    ],
)
def test_an_abbreviated_legal_form_makes_no_other_producer(project: Project, first: str, second: str) -> None:
    """The name stays as it was stated first, and a second import tells and changes nothing."""
    rows = [{**ROW, "id": "a", "producer": first}, {**ROW, "id": "b", "name_vi": "Trà", "producer": second}]
    result = project.import_rows(*rows)
    again = project.import_rows(*reversed(rows))
    (producer,) = project.collection().producers.values()
    assert ((), (), (), first) == (result.issues, again.issues, again.written, producer.name.vi)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("HTX chè Ví Dụ", "HTX Ví Dụ"),
        ("Công ty TNHH Ví Dụ", "Công ty CP Ví Dụ"),
        ("Công ty TNHH Ví Dụ", "Công ty TNHH MTV Ví Dụ"),
        ("HTX Ví Dụ", "HTXVí Dụ"),
        ("Cơ sở CP Ví Dụ", "Cơ sở cổ phần Ví Dụ"),
    ],
)
def test_names_that_differ_otherwise_are_two_producers(project: Project, first: str, second: str) -> None:
    """However near they are."""
    project.import_rows({**ROW, "id": "a", "producer": first}, {**ROW, "id": "b", "producer": second})
    assert {first, second} == {one.name.vi for one in project.collection().producers.values()}


def test_two_producers_that_exist_stay_two(project: Project) -> None:
    """Records that were made before the rule keep their products; no third one is made."""
    for name in ("HTX Ví Dụ", "Hợp tác xã Ví Dụ"):
        file = project.products / "producers" / f"{'htx' if name.startswith('HTX') else 'hop-tac-xa'}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"name: {{vi: {name}}}\norigin: {{stated: {{province: Thái Nguyên}}}}\n", encoding="utf-8")
    project.import_rows({**ROW, "producer": "HTX Ví Dụ"})
    assert {"htx", "hop-tac-xa"} == set(project.collection().producers)
    assert "htx" == project.collection().products[0].producer


def test_a_producer_has_the_place_on_which_its_products_agree(project: Project) -> None:
    """A district that only one of them states is not the producer's."""
    project.import_rows({**ROW, "id": "a"}, {**ROW, "id": "b", "commune_old": "", "district_old": ""})
    (producer,) = project.collection().producers.values()
    assert {"province": "Thái Nguyên"} == producer.origin.stated.model_dump(exclude_defaults=True)  # type: ignore[union-attr]

"""A stated place, of any period and in any spelling, leads to today's commune and province where these are known."""

import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.communes import COLUMNS, commune_key
from generator.languages.folding import fold
from generator.model import CurrentPlace, Origin, StatedPlace
from generator.registers import Registers, place_key
from tests.conftest import REGISTERS

KINDS = ("", "tỉnh ", "Tỉnh ", "TỈNH ", "T. ", "thành phố ", "Thành phố ", "TP. ", "TP.", "TP ", "T.P ")


def today(
    registers: Registers, commune: str | None, district: str | None, province: str
) -> tuple[str | None, str | None]:
    """Commune and province of today."""
    place = registers.place_today(Origin(stated=StatedPlace(commune=commune, district=district, province=province)))
    return place.commune, place.province


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (("xã Yên Lương", "huyện Ý Yên", "Nam Định"), ("xã Vạn Thắng", "Ninh Bình")),
        (("Xã Yên Lương", "H. Ý Yên", "tỉnh Nam Định"), ("xã Vạn Thắng", "Ninh Bình")),
        (("X. Yen Luong", "Y Yen", "NAM DINH"), ("xã Vạn Thắng", "Ninh Bình")),
        (("phường 8", "TP. Đà Lạt", "Lâm Đồng"), ("phường Lâm Viên - Đà Lạt", "Lâm Đồng")),
        (("P. 08", "Thành phố Đà Lạt", "T. Lâm Đồng"), ("phường Lâm Viên - Đà Lạt", "Lâm Đồng")),
        (("Thị trấn Gôi", "H. Vụ Bản", "Nam Định"), ("xã Vụ Bản", "Ninh Bình")),
        (("TT. Gôi", "Vụ Bản", "Nam Định"), ("xã Vụ Bản", "Ninh Bình")),
        (("phường Dương Đông", "TP. Phú Quốc", "Kiên Giang"), ("đặc khu Phú Quốc", "An Giang")),
        (("thị trấn Dương Đông", "huyện Phú Quốc", "Kiên Giang"), ("đặc khu Phú Quốc", "An Giang")),
        (("xã Hoằng Thành", "huyện Hoằng Hóa", "Thanh Hóa"), ("xã Hoằng Lộc", "Thanh Hóa")),
        (("xã Hoằng Thanh", "huyện Hoằng Hoá", "Thanh Hoá"), ("xã Hoằng Thanh", "Thanh Hóa")),
        (("xã Hoang Thanh", "huyen Hoang Hoa", "Thanh Hoa"), (None, "Thanh Hóa")),
        (("xã Hàm Hiệp", "huyện Hàm Thuận Bắc", "Lâm Đồng"), ("phường Bình Thuận", "Lâm Đồng")),
        (("xã Hưng Lộc", "huyện Thống Nhất", "Đồng Nai"), ("phường Dầu Giây", "Đồng Nai")),
        (("phường Dầu Giây", None, "TP. Đồng Nai"), ("phường Dầu Giây", "Đồng Nai")),
        (("xã Tân Cương", None, "Thái Nguyên"), ("xã Tân Cương", "Thái Nguyên")),
        (("xã Hòa Bình", None, "Lạng Sơn"), (None, "Lạng Sơn")),
        (("xã Không Có", "huyện Ý Yên", "Nam Định"), (None, "Ninh Bình")),
        (("xã Yên Lương", "huyện Không Có", "Nam Định"), (None, "Ninh Bình")),
        (("phường Hòa Khê", "quận Thanh Khê", "Đà Nẵng"), ("phường Thanh Khê", "Đà Nẵng")),
    ],
)
def test_a_stated_commune_is_that_of_today(
    registers: Registers, stated: tuple[str, str | None, str], expected: tuple[str | None, str]
) -> None:
    """Whatever kind of place stands before its name, and however that is written; nothing where it may be several."""
    assert expected == today(registers, *stated)
    apart = [unicodedata.normalize("NFD", part) if part else None for part in stated]
    assert expected == today(registers, apart[0], apart[1], str(apart[2]))


def test_every_former_commune_is_known(registers: Registers) -> None:
    """10,035 on 30 June 2025: each stated in full leads to one commune of today, or to those it was divided among."""
    found: Counter[bool] = Counter()
    text = (REGISTERS / "former-communes.csv").read_text(encoding="utf-8")
    for line in text.partition("today\n")[2].splitlines():
        key, commune, district, province, now = line.split(",")
        assert f"{place_key(province)}/{commune_key(commune or now.partition('|')[0], place_key)}" == key
        if commune:
            places = registers.communes_today(StatedPlace(commune=commune, district=district, province=province))
            found[set(places) == set(now.split("|"))] += 1
    assert {True: 10_035} == found


def test_all_of_a_province_are_communes_of_its_province_today(registers: Registers) -> None:
    """3,321 units today, and every commune that took in a former one is one of them."""
    units: set[tuple[str, str]] = set()
    named: set[tuple[str, str]] = set()
    for line in registers.former_communes.text.partition("today\n")[2].splitlines():
        _, commune, _, stated, now = line.split(",")
        province = registers.province_names[place_key(stated)].id
        (named if commune else units).update((province, one) for one in now.split("|"))
    assert (3321, set()) == (len(units), named - units)
    assert 34 == len({province for province, _ in units})


def test_no_name_holds_a_delimiter(registers: Registers) -> None:
    """The table is cut at commas, without quotes."""
    assert '"' not in registers.former_communes.text.partition("\nkey,")[2]
    assert [] == list(registers.former_communes.issues)
    assert 5 == len(COLUMNS)


@given(
    data=st.data(),
    kind=st.sampled_from(KINDS),
    form=st.sampled_from(["NFC", "NFD"]),
    spelt=st.sampled_from([str, fold]),
)
def test_a_province_is_known_by_every_name_it_had(
    registers: Registers, data: st.DataObject, kind: str, form: str, spelt: Callable[[str], str]
) -> None:
    """With or without kind and marks, in either Unicode form and case: the name leads to today's province."""
    provinces = [(name, one.id) for one in registers.provinces.values() for name in _names(registers, one.id)]
    name, expected = data.draw(st.sampled_from(provinces))
    text = unicodedata.normalize(form, kind + spelt(name))
    case = data.draw(st.sampled_from([str, str.upper, str.lower]))
    found = registers.province_today(Origin(stated=StatedPlace(province=case(text))))
    assert found
    assert expected == found.id


def _names(registers: Registers, province: str) -> list[str]:
    one = registers.provinces[province]
    return [str(one.name.vi), *(former.name for former in one.former)]


def test_codes_tell_nothing(registers: Registers) -> None:
    """Seven numbers belong to another province today than before July 2025: places are found by name only."""
    former = {one.code: province.id for province in registers.provinces.values() for one in province.former}
    now = {province.code: province.id for province in registers.provinces.values()}
    moved = {code: (former[code], now[code]) for code in former.keys() & now.keys()}
    owners = {code for code in moved if not _has_former(registers, now[code], code)}
    assert set() == owners
    assert {"15", "24", "44", "52", "80", "82", "91"} == {
        code for code in moved if code != _own_former(registers, now[code])
    }
    for code in moved:
        assert registers.province_today(Origin(stated=StatedPlace(province=code))) is None
        assert registers.province_today(Origin(today=CurrentPlace(province=code))) is None


def _has_former(registers: Registers, province: str, code: str) -> bool:
    return code in {one.code for one in registers.provinces[province].former}


def _own_former(registers: Registers, province: str) -> str:
    """The former code of the province that today's is called after."""
    one = registers.provinces[province]
    return next((former.code for former in one.former if former.name == one.name.vi), "")

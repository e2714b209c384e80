"""The register of synonyms of the project: sound in itself, right about the goods, and enough for the records."""

from pathlib import Path

import pytest
import yaml

from generator.registers import SynonymsFile
from generator.synonyms import Synonyms, phrase_of
from generator.validation.synonyms import check_synonyms

RECORDS = Path(__file__).parents[2] / "products" / "records"


def english(synonyms: Synonyms, register: SynonymsFile, text: str) -> set[str]:
    """The English phrases that lead to a text."""
    return {phrase for number in synonyms.groups_in(text) for phrase in register.groups[number].en}


def vietnamese(synonyms: Synonyms, register: SynonymsFile, text: str) -> set[str]:
    """The Vietnamese phrases that lead to a text."""
    return {phrase for number in synonyms.groups_in(text) for phrase in register.groups[number].vi}


def names(language: str) -> list[str]:
    """The names of the real records in one language."""
    records = (yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in sorted(RECORDS.rglob("*.yml")))  # noqa: S506  strings only
    return [record["name"][language] for record in records if language in record["name"]]


def holds(phrase: str, part: str) -> bool:
    """Whether the words of `part` stand in `phrase` side by side."""
    words, inner = phrase_of(phrase), phrase_of(part)
    return any(words[place : place + len(inner)] == inner for place in range(len(words)))


def test_nothing_is_wrong_with_the_register(register: SynonymsFile) -> None:
    """No mistake and no warning."""
    assert [] == list(check_synonyms(register, "synonyms.yml"))


def test_there_are_many_pairs(register: SynonymsFile) -> None:
    """Groups with phrases in both languages."""
    assert len([group for group in register.groups if group.vi and group.en]) >= 500


def test_every_phrase_leads_by_its_own_group(synonyms: Synonyms) -> None:
    """No exception and no other phrase takes its words away."""
    lost = [
        phrase
        for number, group in enumerate(synonyms.groups)
        for phrase in group
        if number not in synonyms.groups_in(phrase)
    ]
    assert [] == lost


def test_every_exception_is_needed_and_works(register: SynonymsFile, synonyms: Synonyms) -> None:
    """It holds a phrase of its group, and the group does not lead to it."""
    for number, group in enumerate(register.groups):
        for text in group.except_:
            assert any(holds(text, phrase) for phrase in group.phrases), text
            assert number not in synonyms.groups_in(text), text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nước mắm Phú Quốc", "fish sauce, seafood, sauce"),
        ("Chè đinh", "tea"),
        ("Trà xanh", "tea, green tea"),
        ("Cà phê Khe Sanh", "coffee"),
        ("Mật ong hoa bưởi", "honey, pomelo"),
        ("Gạo nếp nương", "rice, sticky rice"),
        ("Miến dong", "vermicelli, noodle, glass noodle"),
        ("Bún khô", "vermicelli, rice noodle, dried"),
        ("Quế Trà My", "cinnamon, spice"),
        ("Hoa hồi", "star anise, spice"),
        ("Thảo quả khô", "cardamom, medicinal herb, dried"),
        ("Hạt điều rang muối", "cashew, nut"),
        ("Mực khô", "dried squid, seafood, dried"),
        ("Măng khô", "bamboo shoot, vegetable"),
        ("Tinh bột nghệ", "turmeric, starch, medicinal herb"),
        ("Hạt sen sấy", "lotus seed, lotus, dried"),
        ("Khăn thổ cẩm", "brocade, handicraft, textile"),
        ("Gốm Bát Tràng", "pottery, handicraft"),
        ("Tranh sơn mài", "lacquer painting"),
        ("Hộp sơn mài", "lacquerware, handicraft"),
        ("Sâm Ngọc Linh", "ginseng, medicinal herb"),
        ("Homestay nhà sàn", "homestay, tourism"),
        ("Tinh dầu sả", "essential oil, lemongrass"),
        ("Rượu mơ", "wine, liquor, apricot wine"),
        ("Thịt trâu gác bếp", "meat, buffalo jerky"),
        ("Xoài sấy dẻo", "mango, fruit, dried"),
        ("Thanh long ruột đỏ", "dragon fruit, fruit"),
        ("Yến sào", "bird's nest"),
        ("Muối tôm", "shrimp salt, salt, shrimp"),
    ],
)
def test_english_words_lead_to_goods_named_in_vietnamese(
    name: str, words: str, register: SynonymsFile, synonyms: Synonyms
) -> None:
    """What a foreign buyer types, broad or narrow."""
    assert set(words.split(", ")) <= english(synonyms, register, name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Chè bưởi", "tea"),
        ("Chè hạt sen", "tea"),
        ("Bưởi thanh trà", "tea"),
        ("Bánh tét Trà Vinh", "tea"),
        ("Tinh dầu tràm trà", "tea, cajuput"),
        ("Quế Trà My", "tea"),
        ("Lạc sen Diễn Châu", "lotus"),
        ("Sen đá", "lotus"),
        ("Nước mắm chay", "fish sauce, seafood, fermented fish paste"),
        ("Thịt lợn thảo quế", "cinnamon"),
        ("Rau húng quế", "cinnamon"),
        ("Phân trùn quế", "cinnamon"),
        ("Măng cụt", "bamboo shoot"),
        ("Măng tây", "bamboo shoot"),
        ("Chanh dây", "lime"),
        ("Sả chanh", "lime"),
        ("Kẹo dừa lá dứa", "pineapple"),
        ("Dưa lưới", "coconut, pineapple"),
        ("Rong nho", "grape"),
        ("Hải sâm", "ginseng"),
        ("Da cá sấu", "fish, seafood"),
        ("Rau diếp cá", "fish, seafood"),
        ("Trà tôm nõn", "shrimp, seafood"),
        ("Mì tôm", "shrimp, seafood"),
        ("Chả lụa", "silk"),
        ("Chả lụa thát lát", "silk, pork roll, pork"),
        ("Bánh mì", "cake, noodle"),
        ("Khoai mì", "noodle"),
        ("Bánh tráng", "cake"),
        ("Vú sữa Lò Rèn", "milk"),
        ("Sữa tắm", "milk"),
        ("Trà atiso đỏ", "artichoke"),
        ("Nấm bào ngư", "abalone, oyster, seafood"),
        ("Nấm men", "mushroom"),
        ("Cam kết, cam thảo, Cam Ranh", "orange"),
        ("Nhãn hiệu chứng nhận", "longan"),
        ("Dừa Bến Tre", "bamboo"),
        ("Dừa nước", "coconut"),
        ("Hạt điều màu", "cashew"),
        ("Hạt dẻ cười", "chestnut"),
        ("Gạo thơm", "pineapple"),
        ("Vải lanh", "lychee"),
        ("Công nghệ cao, mỹ nghệ, Nghệ An", "turmeric"),
        ("Tiêu chuẩn, mục tiêu", "pepper"),
        ("Đường phố Cam Đường", "sugar, orange"),
        ("Nước chấm", "tea, fish"),
        ("Mực", "shrimp, fish, crab"),
    ],
)
def test_words_that_only_look_alike_do_not_lead_astray(
    name: str, words: str, register: SynonymsFile, synonyms: Synonyms
) -> None:
    """Homographs, places, and goods whose name holds another's."""
    assert set() == set(words.split(", ")) & english(synonyms, register, name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Trà Shan tuyết", "chè"),
        ("Chè búp tím", "trà"),
        ("Quả dứa", "khóm cầu đúc, trái thơm"),
        ("Lạc rang", "đậu phộng, đậu phụng"),
        ("Ngô nếp", "bắp"),
        ("Mỳ gạo", "mì gạo"),
        ("Sắn lát", "khoai mì"),
        ("Thịt heo", "lợn"),
        ("Bánh đa nem", "bánh tráng"),
        ("Dầu mè", "vừng, dầu vừng"),
        ("Gạo lức", "gạo lứt"),
        ("Mắc ca sấy", "macca"),
        ("Nghêu hấp", "ngao"),
        ("Prosperity vase", "bình hoa, lọ hoa"),
        ("ST25 fragrant rice", "gạo, gạo thơm"),
        ("Swiftlet's bird nests", "yến sào"),
    ],
)
def test_other_names_lead_to_the_same_goods(name: str, words: str, register: SynonymsFile, synonyms: Synonyms) -> None:
    """Words of the regions, other spellings, and goods named in English only."""
    assert set(words.split(", ")) <= vietnamese(synonyms, register, name)


def test_english_leads_to_the_records(register: SynonymsFile, synonyms: Synonyms) -> None:
    """At least 95 in 100 Vietnamese names are reached by an English phrase; the others say no kind of goods."""
    every = names("vi")
    unreached = [name for name in every if not english(synonyms, register, name)]
    assert len(unreached) <= 0.05 * len(every), unreached

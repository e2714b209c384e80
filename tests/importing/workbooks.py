"""Workbooks made to look like the lists that offices send, and the program that saves them in other formats."""

import subprocess
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]


def fill(sheet: Worksheet, rows: Rows, *, merged: Iterable[str] = (), formats: Mapping[str, str] | None = None) -> None:
    """Fill a sheet from A1 on; None leaves a cell blank. `formats` are those of single cells."""
    for row in rows:
        sheet.append(list(row))
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    for area in merged:
        sheet.merge_cells(area)


def save(path: Path, rows: Rows, *, merged: Iterable[str] = (), formats: Mapping[str, str] | None = None) -> Path:
    """A workbook of one sheet, "Sheet1"."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    fill(sheet, rows, merged=merged, formats=formats)
    book.save(path)
    return path


def convert(files: Iterable[Path], suffix: str, folder: Path) -> dict[str, Path]:
    """Have LibreOffice save workbooks in another format; by the names without suffix."""
    profile = (folder / "profile").absolute().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir"]
    subprocess.run([*command, str(folder), *map(str, files)], check=True, capture_output=True, timeout=300)
    return {path.stem: path for path in folder.glob(f"*.{suffix}")}


def quang_ninh(path: Path) -> Path:
    """A title over the whole width, dates as dates, stars in words, scores with a comma, notes and signatures below."""
    rows: Rows = [
        ["UỶ BAN NHÂN DÂN TỈNH QUẢNG NINH", None, None, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["PHỤ LỤC 1: DANH SÁCH SẢN PHẨM OCOP NĂM 2024"],
        ["(Kèm theo Quyết định số 1234/QĐ-UBND ngày 20 tháng 7 năm 2024 của UBND tỉnh Quảng Ninh)"],
        [],
        ["STT", "Tên sản phẩm", "Chủ thể OCOP", "Địa chỉ", "Điểm", "Hạng sao", "Số QĐ", "Ngày ký", "Ghi chú"],
        [1, "Chả mực Mẫu Một", "HTX Mẫu Hạ Long", "Tổ 3, phường Hồng Gai, TP. Hạ Long, tỉnh Quảng Ninh", "86,5",
         "4 sao", "1234/QĐ-UBND", date(2024, 7, 20), None],
        [2, "Nước mắm Mẫu Hai", "Công ty TNHH Mẫu", "Thôn 1, xã Cái Rồng, huyện Vân Đồn, tỉnh Quảng Ninh", "91,25",
         "★★★★", "1234/QĐ-UBND", date(2024, 7, 20), "Nâng hạng từ 3 sao"],
        [3, "Trà Mẫu Ba", "Hộ kinh doanh Trần Mẫu", "xã Quảng An, huyện Đầm Hà, tỉnh Quảng Ninh", 72,
         "03 sao", "1234/QĐ-UBND", date(2024, 7, 20), None],
        ["Tổng cộng: 03 sản phẩm"],
        ["Ghi chú: Danh sách gồm 03 sản phẩm của 03 chủ thể."],
        [None, "NGƯỜI LẬP BIỂU", None, None, None, "CHỦ TỊCH"],
    ]  # fmt: skip
    return save(path, rows, merged=["A2:I2", "A3:I3", "A9:I9", "A10:I10", "D1:I1"])


def bac_giang(path: Path) -> Path:
    """Headings in two rows, a producer merged over its products, one decision merged over all, stars as signs."""
    rows: Rows = [
        ["DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN"],
        ["STT", "Tên sản phẩm", "Tên chủ thể", "Địa chỉ", None, None, "Kết quả", None, "Quyết định công nhận", None],
        [None, None, None, "Xã", "Huyện", "Tỉnh", "Điểm", "Hạng sao", "Số", "Ngày"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
        [1, "Mì Mẫu sợi nhỏ", "HTX Mẫu Chũ", "xã Nam Dương", "huyện Lục Ngạn", "Bắc Giang", 75.5, "★★★★",
         "99/QĐ-UBND", "26/6/2025"],
        [2, "Mì Mẫu sợi to", None, None, None, None, 68, "★★★", None, None],
        [3, "Vải sấy Mẫu", "Công ty cổ phần Mẫu", "xã Hồng Giang", "huyện Lục Ngạn", "Bắc Giang", "90,0", "★★★★★",
         None, None],
    ]  # fmt: skip
    heads = ["A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:H2", "I2:J2", "A1:J1"]
    return save(path, rows, merged=[*heads, "C5:C6", "D5:D6", "E5:E6", "F5:F6", "I5:I7", "J5:J7"])


def ha_giang(path: Path) -> Path:
    """Parts by district and stars, headings again on the next page, points between numbers, a month for a day."""
    heads = ["TT", "Tên SP", "Cơ sở sản xuất", "Tỉnh", "Xếp hạng", "Quyết định số", "Ngày ban hành"]
    rows: Rows = [
        heads,
        ["I", "HUYỆN ĐỒNG VĂN"],
        ["1", "Mật ong Mẫu", "HTX Mẫu Đồng Văn", "Hà Giang", "05 sao", "01/QĐ-UBND", "26.6.2025"],
        ["2", "Rượu ngô Mẫu", "Cơ sở Mẫu Lũng", "Hà Giang", "4 sao", "02/QĐ-UBND", "tháng 6/2025"],
        heads,
        ["II", "HUYỆN MÈO VẠC"],
        ["3", "Bò khô Mẫu", "HTX Mẫu Mèo", "Hà Giang", "3 sao", "03/QĐ-UBND", "05/2024"],
        [None, "Cộng", 3],
    ]
    return save(path, rows, merged=["B2:G2", "B6:G6"])


def many_sheets(path: Path) -> Path:
    """Instructions, two years in sheets of their own, English headings, days as bare numbers, a hidden draft."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Hướng dẫn"
    fill(first, [["Cách điền"], ["Mỗi dòng một sản phẩm"]])
    heads = ["No", "Product name", "Producer", "Province", "Stars", "Decision no", "Date of issue"]
    fill(
        book.create_sheet("Năm 2023"),
        [heads, [1, "Chè Mẫu", "HTX Mẫu Tân Cương", "Thái Nguyên", 3, "5/QĐ-UBND", 45000]],
    )
    again = [heads, [1, "Chè Mẫu", "HTX Mẫu Tân Cương", "Thái Nguyên", 4, "77/QĐ-UBND", 45834]]
    fill(
        book.create_sheet("Năm 2025"), [*again, [2, "Miến Mẫu", "HTX Mẫu Miến", "Thái Nguyên", 3, "77/QĐ-UBND", 45834]]
    )
    draft = book.create_sheet("Nháp")
    fill(draft, [heads, [1, "Bản nháp", "HTX Mẫu", "Thái Nguyên", 5, "", ""]])
    draft.sheet_state = "hidden"
    book.save(path)
    return path


def shown_numbers(path: Path) -> Path:
    """Numbers that say what their format shows: a month, a year, a tax code that begins with a zero, a day."""
    rows: Rows = [
        ["Tên sản phẩm", "Chủ thể", "MST", "Tỉnh", "Hạng sao", "Ngày cấp", "Hết hạn"],
        ["Chè Mẫu", "HTX Mẫu", 101243150, "Lào Cai", 4, date(2025, 6, 1), date(2028, 6, 1)],
    ]
    return save(path, rows, formats={"C2": "0000000000", "F2": "mm/yyyy", "G2": "dd/mm/yyyy"})


def can_tho(path: Path) -> Path:
    """No column for decision, stars or province: the title and the names of parts say them."""
    rows: Rows = [
        ["Phụ lục I"],
        ["DANH SÁCH SẢN PHẨM OCOP TỈNH HẬU GIANG NĂM 2024"],
        ["(Ban hành kèm theo Quyết định số 321/QĐ-UBND ngày 05/8/2024 của UBND tỉnh Hậu Giang)"],
        ["STT", "Tên sản phẩm", "Chủ thể", "Huyện, thị xã, thành phố"],
        ["A", "SẢN PHẨM ĐẠT 4 SAO"],
        [1, "Chả cá Mẫu", "Cơ sở Mẫu Thát Lát", "TP. Ngã Bảy"],
        ["B", "SẢN PHẨM ĐẠT 3 SAO"],
        [2, "Khóm sấy Mẫu", "HTX Mẫu Cầu Đúc", "TP. Vị Thanh"],
        [3, "Trà Mẫu", "HTX Mẫu Cầu Đúc", "TP. Vị Thanh"],
    ]
    return save(path, rows, merged=["A1:D1", "A2:D2", "A3:D3", "B5:D5", "B7:D7"])


def old_font(path: Path) -> Path:
    """Typed for .VnTime in names and headings, marks apart from letters in addresses, decisions with their day."""
    rows: Rows = [
        ["Danh s¸ch s¶n phÈm"],
        ["STT", "Tªn s¶n phÈm", "Chñ thÓ", "§Þa chØ", "H¹ng sao", "QuyÕt ®Þnh"],
        [1, "N­íc m¾m MÉu", "HTX MÉu Phó", decomposed("Thôn 1, xã Ninh Hải, huyện Tĩnh Gia, tỉnh Thanh Hóa"), "4 sao",
         "12/QĐ-UBND ngày 20/7/2024 của UBND tỉnh Thanh Hóa"],
        [2, "Bét gÊc MÉu", "C¬ së MÉu", decomposed("xã Hải Bình, thị xã Nghi Sơn, tỉnh Thanh Hoá"), "5 sao",
         "13/QĐ-UBND, ngày 21 tháng 8 năm 2024"],
    ]  # fmt: skip
    return save(path, rows)


def phu_tho(path: Path) -> Path:
    """Headings in three rows, groups above groups, products of one producer below each other."""
    rows: Rows = [
        ["STT", "Thông tin SP", None, "Thông tin chủ thể", None, None, None, "Kết quả", None, None, None],
        [None, "Tên", "Mã vạch", "Tên", "Địa chỉ", None, None, "Điểm", "Hạng", "Quyết định", None],
        [None, None, None, None, "Xã", "Huyện", "Tỉnh", None, None, "Số", "Ngày"],
        [
            1,
            "Chè Mẫu",
            "8938505974194",
            "HTX Mẫu",
            "xã Mẫu",
            "huyện Mẫu",
            "Phú Thọ",
            "80",
            "4 sao",
            "5/QĐ-UBND",
            "1/2/24",
        ],
        [2, "Trà Mẫu", None, "HTX Mẫu", "xã Mẫu", "huyện Mẫu", "Phú Thọ", "70,5", "4 sao", "5/QĐ-UBND", "1/2/24"],
    ]
    heads = ["A1:A3", "B1:C1", "D1:G1", "H1:K1", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "H2:H3", "I2:I3", "J2:K2"]
    return save(path, rows, merged=heads)


def decomposed(text: str) -> str:
    """A text with its marks apart from the letters, as other systems write it."""
    return unicodedata.normalize("NFD", text)


LISTS = (quang_ninh, bac_giang, ha_giang, many_sheets, shown_numbers, can_tho, old_font, phu_tho)

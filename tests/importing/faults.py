"""A list with one fault in each of many rows: what is wrong, in which cell, and what an officer must be told."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

HEADINGS = {
    "tt": "STT",
    "name": "Tên sản phẩm",
    "producer": "Chủ thể",
    "kind": "Loại hình",
    "tax": "MST",
    "commune": "Xã",
    "district": "Huyện",
    "province": "Tỉnh",
    "today": "Tỉnh hiện nay",
    "set": "Bộ sản phẩm",
    "stars": "Hạng sao",
    "score": "Điểm",
    "decision": "Số quyết định",
    "issued": "Ngày ban hành",
    "expires": "Ngày hết hạn",
    "authority": "Cơ quan công nhận",
    "code": "Mã sản phẩm OCOP",
    "gtin": "Mã vạch",
    "source": "Nguồn",
    "evidence": "Bậc chứng cứ",
    "status": "Trạng thái",
    "extra": "Người phụ trách",
    "again": "Tên SP",
}
COLUMNS = list(HEADINGS)
HEADING_ROW, FIRST_ROW = 4, 5
SOUND: dict[str, object] = {
    "kind": "HTX",
    "commune": "xã Tân Cương",
    "district": "TP. Thái Nguyên",
    "province": "Thái Nguyên",
    "set": 11,
    "stars": "4 sao",
    "score": "85,5",
    "decision": "12/QĐ-UBND",
    "issued": "20/7/2024",
    "authority": "UBND tỉnh Thái Nguyên",
}


@dataclass(frozen=True)
class Fault:
    """One row: the cells that differ from a sound one, the column that is to be marked, and words that must be told."""

    name: str
    cells: dict[str, object]
    column: str
    words: tuple[str, ...]
    severity: str = "error"


FAULTS = (
    Fault("bảy sao", {"stars": 7}, "stars", ("Hạng sao", "“7”", "từ 1 đến 5")),
    Fault("hai sao", {"stars": "2 sao", "score": ""}, "stars", ("“2”", "không được công nhận"), "warning"),
    Fault("sao bằng chữ lạ", {"stars": "gần bốn sao"}, "stars", ("Hạng sao", "gần bốn sao")),
    Fault("điểm quá 100", {"score": 105}, "score", ("Điểm", "105")),
    Fault("điểm không khớp sao", {"score": 65}, "score", ("65", "4"), "warning"),
    Fault("điểm bằng chữ", {"score": "chín mươi"}, "score", ("Điểm", "chín mươi", "số")),
    Fault("ngày không có", {"issued": "31/02/2024"}, "issued", ("Ngày ban hành", "không có thật")),
    Fault("tháng mười ba", {"issued": "20/13/2024"}, "issued", ("Ngày ban hành", "không có thật")),
    Fault("ngày trong tương lai", {"issued": "20/7/2027"}, "issued", ("2027", "sau"), "warning"),
    Fault("năm gõ nhầm", {"issued": "20/7/2204"}, "issued", ("2204",)),
    Fault("ngày bằng chữ lạ", {"issued": "đầu năm ngoái"}, "issued", ("Ngày ban hành", "đầu năm ngoái")),
    Fault("hết hạn trước khi cấp", {"expires": "20/7/2023"}, "expires", ("Ngày hết hạn", "không sau ngày ban hành")),
    Fault("hết hạn không đủ 36 tháng", {"expires": "20/7/2026"}, "expires", ("2026-07-20", "2027-07-20"), "warning"),
    Fault("số quyết định là ngày", {"decision": "20/7/2024"}, "decision", ("20/7/2024", "giống một ngày"), "warning"),
    Fault("huyện cấp ba sao năm 2026",
          {"stars": 3, "score": 60, "issued": "1/6/2026", "authority": "UBND huyện Đại Từ"}, "authority",
          ("UBND huyện Đại Từ", "3 sao", "tỉnh"), "warning"),
    Fault("tỉnh sai chính tả", {"province": "Thái Nguen", "district": ""}, "province", ("Thái Nguen", "Thái Nguyên")),
    Fault("tỉnh hiện nay không khớp", {"today": "Sơn La"}, "today", ("Sơn La",), "warning"),
    Fault("xã sai chính tả", {"commune": "xã Tân Cươngg"}, "commune", ("Tân Cươngg", "Tân Cương"), "warning"),
    Fault("xã có ở nhiều nơi", {"commune": "xã Hòa Bình", "district": "", "province": "Lạng Sơn"}, "commune",
          ("xã Hòa Bình", "nay có thể là"), "warning"),
    Fault("mã OCOP sai", {"code": "OCOP số 5"}, "code", ("Mã sản phẩm OCOP", "OCOP số 5")),
    Fault("mã vạch sai chữ số", {"gtin": "8938505974195"}, "gtin", ("Mã vạch", "chữ số cuối")),
    Fault("mã vạch thiếu chữ số", {"gtin": "89385059741"}, "gtin", ("Mã vạch", "13")),
    Fault("mã vạch nước ngoài", {"gtin": "4006381333931"}, "gtin", ("893",), "warning"),
    Fault("mã vạch của sản phẩm khác", {"gtin": "8938505974194"}, "gtin", ("trùng",)),
    Fault("mã số thuế sai", {"tax": "0123456780"}, "tax", ("MST", "mã số thuế")),
    Fault("thiếu tên", {"name": ""}, "name", ("Tên sản phẩm",)),
    Fault("công thức", {"stars": "=2+2"}, "stars", ("công thức",)),
    Fault("trạng thái lạ", {"status": "đang chờ họp"}, "status", ("đang chờ họp",)),
    Fault("loại hình lạ", {"kind": "Câu lạc bộ"}, "kind", ("Câu lạc bộ",), "warning"),
    Fault("bậc chứng cứ lạ", {"evidence": "Z9"}, "evidence", ("Z9",)),
    Fault("bộ số 27", {"set": 27}, "set", ("Bộ sản phẩm", "27", "26")),
    Fault("địa chỉ web hỏng", {"source": "htp:/vidu.vn/qd"}, "source", ("Nguồn", "địa chỉ web"), "warning"),
    Fault("ký tự ẩn", {"producer": "HTX\u200bMẫu ký tự"}, "producer", ("U+200B", "ẩn")),
    Fault("tên quá dài", {"name": "Chè " * 120}, "name", ("Tên sản phẩm", "ký tự")),
    Fault("phông chữ cũ không đọc được", {"producer": "Hîp t¸c x· ½¾ n«ng s¶n Qx¸z"}, "producer", ("phông chữ cũ",)),
    Fault("giống hồ sơ đã có", {"name": "Chè đinh Mẫuu", "producer": "HTX Mẫu Đã Có"}, "name", ("giống hồ sơ",)),
    Fault("khác hồ sơ đã có", {"name": "Miến Mẫu Đã Có", "producer": "HTX Mẫu Đã Có", "code": "19-05503-1-2024"},
          "code", ("trong hồ sơ là",), "warning"),
    Fault("cùng ngày hai hạng sao", {"name": "Trà Mẫu Đã Có", "producer": "HTX Mẫu Đã Có", "stars": 5, "score": 95,
          "decision": "99/QĐ-BNN", "authority": "Bộ Nông nghiệp và PTNT"}, "stars", ("cùng ngày",), "warning"),
)  # fmt: skip


def write(path: Path) -> Path:
    """The list: two title rows, headings, a row for each fault with a sound row between, a hidden sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Danh sách 2024"
    sheet.append(["ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN"])
    sheet.append(["DANH SÁCH SẢN PHẨM OCOP"])
    sheet.append([])
    sheet.append([HEADINGS[column] for column in COLUMNS])
    for number, fault in enumerate(FAULTS, 1):
        own: dict[str, object] = {"tt": number, "name": f"Chè {fault.name}", "producer": f"HTX {fault.name}"}
        row = {**SOUND, **own, **fault.cells}
        sheet.append([row.get(column) or None for column in COLUMNS])
    sheet.append([len(FAULTS) + 1, None, "một ô lạ"])
    sheet.merge_cells("A1:F1")
    sheet.column_dimensions["B"].width = 33
    draft = book.create_sheet("Nháp")
    draft.append(["Tên sản phẩm", "Tỉnh"])
    draft.append(["Chè nháp", "Thái Nguyên"])
    draft.sheet_state = "hidden"
    book.create_sheet("Khác")["A1"] = date(2024, 7, 20)
    book.save(path)
    return path

"""Further workbooks made to look like lists of provinces, each of another kind."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from tests.importing.workbooks import Rows, fill, save


def nam_dinh(path: Path) -> Path:
    """A sheet for each number of stars, which only its title says; decisions over two lines, places abbreviated."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "PL1"
    decision = "Số 2511/QĐ-UBND\nngày 29/12/2023"
    heads = [
        "TT",
        "Tên sản phẩm\n(theo GCN)",
        "Tên chủ thể",
        "Địa chỉ",
        "Điểm TB",
        "Quyết định",
        "Hiệu lực\n(đến ngày)",
    ]
    rows: Rows = [
        ["UBND TỈNH NAM ĐỊNH", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["VĂN PHÒNG ĐIỀU PHỐI", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["Phụ lục I"],
        ["DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN ĐẠT HẠNG 4 SAO, ĐỢT 2 NĂM 2023"],
        [],
        heads,
        [1, "Nước mắm Mẫu", "Cty TNHH Mẫu Sa", "Xóm 5, xã Giao Châu, H. Giao Thủy, T. Nam Định", "85,33 đ", decision,
         "29/12/2026"],
        [2, "Gạo Mẫu", "HTX DVNN Mẫu", "Xã Yên Lương, H. Ý Yên, T. Nam Định", 78.5, decision, date(2026, 12, 29)],
        ["Danh sách ấn định: 02 sản phẩm./."],
        ["Nơi nhận:", None, None, None, "TM. ỦY BAN NHÂN DÂN"],
        ["- Như Điều 2;", None, None, None, "KT. CHỦ TỊCH"],
        ["- Lưu: VT.", None, None, None, "PHÓ CHỦ TỊCH"],
    ]  # fmt: skip
    fill(first, rows, merged=["A1:C1", "E1:G1", "E2:G2", "A3:G3", "A4:G4"])
    more: Rows = [
        ["Phụ lục II"],
        ["DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN ĐẠT HẠNG 3 SAO, ĐỢT 2 NĂM 2023"],
        heads,
        [1, "Kẹo lạc Mẫu", "Hộ KD Nguyễn Mẫu", "Thị trấn Gôi, H. Vụ Bản, T. Nam Định", "61", decision, "29-12-2026"],
        [2, "Phở khô Mẫu", "HKD Vũ Mẫu", "TP Nam Định, tỉnh Nam Định", "60,1", decision, "29/12/26"],
    ]
    fill(book.create_sheet("PL2"), more)
    book.save(path)
    return path


def dak_nong(path: Path) -> Path:
    """A producer with address and telephone in one cell, parts that count their products, short headings in groups."""
    rows: Rows = [
        ["TỔNG HỢP SẢN PHẨM OCOP CÒN HIỆU LỰC TRÊN ĐỊA BÀN TỈNH ĐẮK NÔNG (ĐẾN 30/6/2025)"],
        ["(Kèm theo Công văn số 88/VPĐP-NTM ngày 01/7/2025)"],
        ["Stt", "Sản phẩm", "Chủ thể/địa chỉ/điện thoại", "Nhóm\nsản phẩm", "Hạng sao", None, "QĐ công nhận gần nhất",
         None, "Ghi chú"],
        [None, None, None, None, "Lần đầu (năm)", "Hiện tại", "Số", "Ngày", None],
        ["I", "Huyện Đắk Glong (02 SP)"],
        [1, "Cà phê bột Mẫu", "HTX Mẫu Quảng Khê\nĐịa chỉ: Thôn 3, xã Quảng Khê\nĐT: 0912.345.678", "Thực phẩm",
         "3 sao (2021)", "4 sao", "1590/QĐ-UBND", date(2024, 12, 20), "Đánh giá lại, nâng hạng"],
        [2, "Mắc ca sấy Mẫu", "Cơ sở Mẫu Đắk Ha\nĐ/c: Thôn 5, xã Đắk Ha", "Thực phẩm", None, "3 sao", "1591/QĐ-UBND",
         "20/12/24", None],
        ["II", "Thành phố Gia Nghĩa (01 SP)"],
        [3, "Bơ Mẫu", "Hộ ông Trần Văn Mẫu\nĐịa chỉ: P. Nghĩa Trung", "Thực phẩm", None, "03 sao", "1591/QĐ-UBND",
         "20/12/24", None],
        ["Tổng", "03 SP"],
    ]  # fmt: skip
    heads = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:H3", "I3:I4"]
    return save(path, rows, merged=["A1:I1", "A2:I2", *heads, "B5:I5", "B8:I8"])


def binh_thuan(path: Path) -> Path:
    """Two tables below each other with their columns in another order; decision and province only in the title."""
    rows: Rows = [
        ["DANH SÁCH SẢN PHẨM OCOP TỈNH BÌNH THUẬN NĂM 2021"],
        ["(Ban hành kèm theo QĐ số: 3651/QĐ-UBND, ngày 30 tháng 12 năm 2021 của Chủ tịch UBND tỉnh)"],
        [],
        ["STT", "Tên sản phẩm, quy cách", "Chủ thể SX", "Địa chỉ", "Điểm HĐ", "Hạng\nsao", "Ghi chú"],
        [1, "Nước mắm Mẫu (chai 500ml)", "DNTN Mẫu Biển", "KP 3, P. Mũi Né, TP. Phan Thiết", "88.6", "4", None],
        [2, "Thanh long sấy Mẫu", "HTX Mẫu Hàm", "xã Hàm Minh, huyện Hàm Thuận Nam", "72,05", "4", "CN lại"],
        [None, "Cộng: 02 SP"],
        [],
        ["B. Sản phẩm 3 sao"],
        ["STT", "Chủ thể SX", "Tên sản phẩm, quy cách", "Địa chỉ", "Hạng sao", "Điểm HĐ"],
        [1, "Cơ sở Mẫu Bảy", "Mực một nắng Mẫu", "xã Chí Công, huyện Tuy Phong", "3", "60"],
        [2, "Hộ KD Mẫu Tám", "Rong nho Mẫu", "P. Phú Thủy, TP. Phan Thiết", 3, "55,5"],
    ]
    return save(path, rows, merged=["A1:G1", "A2:G2", "A9:G9"])


def vung_tau(path: Path) -> Path:
    """Headings in two languages, former and new communes without their kinds, decisions in the column of days."""
    rows: Rows = [
        ["BÁO CÁO SẢN PHẨM OCOP / OCOP PRODUCT LIST"],
        ["Tỉnh Bà Rịa - Vũng Tàu (cũ), nay thuộc TP. Hồ Chí Minh"],
        ["TT/No.", "Tên sản phẩm / Product name", "Chủ thể / Entity", "Xã cũ", "Huyện cũ", "Xã mới (từ 01/7/2025)",
         "Hạng sao / Star rating", "QĐ / Ngày", "Giá trị đến"],
        ["01", "Bánh hỏi Mẫu", "Cơ sở Mẫu An Nhứt", "An Nhứt", "Long Điền", "Long Điền", "⭐⭐⭐",
         "QĐ 1289/QĐ-UBND ngày 15/5/2023", "15/5/2026"],
        ["02", "Muối tinh Mẫu", "HTX Mẫu An Ngãi", "An Ngãi", "Long Điền", None, "⭐⭐⭐⭐",
         "QĐ 1289/QĐ-UBND ngày 15/5/2023", "05/2026"],
        ["Người lập biểu", None, None, None, None, "Vũng Tàu, ngày 20 tháng 6 năm 2025"],
    ]  # fmt: skip
    return save(path, rows, merged=["A1:I1", "A2:I2"])


LISTS = (nam_dinh, dak_nong, binh_thuan, vung_tau)

"""Words that synthetic records are put together from: what is made, what sets it apart, who makes it and where."""

GOODS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("Bưởi da xanh", "Green-skin pomelo"), ("Cam sành", "King mandarin"), ("Măng tây xanh", "Green asparagus")),
    2: (("Tôm khô", "Dried shrimp"), ("Trứng vịt biển", "Sea-duck eggs"), ("Thịt trâu gác bếp", "Smoked buffalo meat")),
    3: (("Gạo nếp nương", "Upland sticky rice"), ("Gạo thơm", "Fragrant rice"), ("Đậu xanh", "Mung beans")),
    4: (("Mật ong hoa nhãn", "Longan-flower honey"), ("Mật ong rừng", "Forest honey"), ("Mật dừa nước", "Nipa nectar")),
    5: (("Cốm nếp", "Young sticky rice"), ("Bánh tráng nướng", "Grilled rice crackers")),
    6: (("Miến dong", "Canna vermicelli"), ("Bún khô", "Dried rice noodles"), ("Bánh đa nem", "Rice paper")),
    7: (
        ("Chuối sấy dẻo", "Soft-dried banana"),
        ("Hạt điều rang muối", "Salted cashews"),
        ("Mít sấy", "Jackfruit chips"),
    ),
    8: (("Chả mực giã tay", "Hand-pounded squid cake"), ("Cá cơm sấy", "Dried anchovies"), ("Lạp xưởng", "Sausage")),
    9: (("Nước mắm cốt", "First-press fish sauce"), ("Tương bần", "Soybean paste")),
    10: (("Hạt tiêu đen", "Black pepper"), ("Bột nghệ", "Turmeric powder"), ("Tỏi đen", "Black garlic")),
    11: (("Chè Shan tuyết", "Shan tuyet tea"), ("Chè đinh", "Bud tea"), ("Trà sen", "Lotus tea")),
    12: (("Trà atiso", "Artichoke tea"), ("Trà hoa cúc", "Chrysanthemum tea"), ("Trà gừng", "Ginger tea")),
    13: (("Cà phê rang xay", "Roasted ground coffee"), ("Ca cao nguyên chất", "Pure cocoa")),
    14: (("Rượu nếp cái hoa vàng", "Golden-flower rice spirit"), ("Rượu ngô men lá", "Maize spirit")),
    15: (("Rượu vang sim", "Rose-myrtle wine"), ("Rượu mơ", "Apricot liqueur")),
    16: (("Nước khoáng", "Mineral water"), ("Nước uống đóng chai", "Bottled water")),
    17: (("Nước ép chanh leo", "Passion-fruit juice"), ("Si rô dâu tằm", "Mulberry syrup")),
    18: (("Cao cà gai leo", "Solanum extract"), ("Đông trùng hạ thảo", "Cordyceps"), ("Viên tinh nghệ", "Curcumin")),
    19: (("Xà phòng thảo dược", "Herbal soap"), ("Dầu gội bồ kết", "Honey-locust shampoo")),
    20: (("Tinh dầu sả", "Lemongrass oil"), ("Tinh dầu tràm", "Cajuput oil"), ("Quế thanh", "Cinnamon sticks")),
    21: (("Giỏ mây tre", "Rattan basket"), ("Gốm men ngọc", "Celadon pottery"), ("Chiếu cói", "Sedge mat")),
    22: (("Khăn thổ cẩm", "Brocade scarf"), ("Lụa tơ tằm", "Mulberry silk"), ("Áo dài thêu tay", "Embroidered dress")),
    23: (("Hoa ly", "Lilies"), ("Hoa đào", "Peach blossom")),
    24: (("Mai vàng bonsai", "Yellow apricot bonsai"), ("Lan hồ điệp", "Moth orchids")),
    25: (("Cá Koi", "Koi carp"), ("Chim chào mào", "Red-whiskered bulbul")),
    26: (("Làng du lịch cộng đồng", "Community tourism village"), ("Homestay nhà sàn", "Stilt-house homestay")),
}
"""Vietnamese and English names by the number of the product set."""

TRAITS = (
    ("hữu cơ", "organic"),
    ("truyền thống", "traditional"),
    ("cổ truyền", "heritage"),
    ("thượng hạng", "premium"),
    ("nguyên chất", "pure"),
    ("thủ công", "handmade"),
    ("đặc biệt", "special"),
    ("vùng cao", "highland"),
    ("miệt vườn", "orchard"),
    ("làng nghề", "craft-village"),
)
BRANDS = ("Hương Quê", "Mộc Việt", "Nắng Vàng", "An Lành", "Đất Lành", "Sương Mai", "Cội Nguồn", "Tâm Việt", "Lộc Xanh")

FIRST_SYLLABLES = (
    *("Bản", "Tân", "Mỹ", "Phú", "Long", "Bình", "Thanh", "Hòa", "Vĩnh", "An", "Đông", "Tây", "Nam", "Bắc", "Quang"),
    *("Xuân", "Thạch", "Cẩm", "Yên", "Đại", "Hưng", "Lạc", "Nậm", "Mường", "Kim", "Ngọc", "Sơn", "Thủy", "Trung"),
)
SECOND_SYLLABLES = (
    *("Liền", "Cương", "Thuận", "Lộc", "Khánh", "Đức", "Hải", "Lâm", "Giang", "Phong", "Thịnh", "Hà", "Điền", "Trạch"),
    *("Sơn", "Lĩnh", "Khê", "Lương", "Tiến", "Châu", "Phước", "Mỹ", "Vân", "Nghĩa", "Hương", "Thành", "Lạng", "Lý"),
)
STREETS = ("Trần Hưng Đạo", "Lê Lợi", "Nguyễn Huệ", "Hai Bà Trưng", "Quang Trung", "Phan Bội Châu", "Võ Thị Sáu")
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lò", "Giàng", "Vàng")
MIDDLE_NAMES = ("Thị", "Văn", "Đức", "Minh", "Thu", "Hữu", "Ngọc", "Quang")
GIVEN_NAMES = ("Hoa", "Lan", "Bình", "Dũng", "Hạnh", "Hương", "Long", "Mai", "Nam", "Phượng", "Sơn", "Thủy", "Tuấn")

SUMMARIES = (
    (
        "Sản phẩm của vùng {place}, làm theo cách của người địa phương, vị đậm và hậu ngọt.",
        "A product of the {place} area, made the local way, full in taste with a sweet finish.",
    ),
    (
        "Nguyên liệu chọn lọc quanh xã {place}, sơ chế trong ngày để giữ hương tự nhiên.",
        "Selected raw material from around {place}, processed within the day to keep its aroma.",
    ),
    (
        "Công thức gia truyền ở {place}, đóng gói nhỏ tiện làm quà và dùng hằng ngày.",
        "A family recipe from {place}, packed small for gifts and daily use.",
    ),
    (
        "Hợp tác cùng hơn 60 hộ ở {place}; mỗi lô đều ghi ngày làm và hộ làm.",
        "Made with more than 60 households in {place}; each batch names its day and maker.",
    ),
)
STORIES = (
    "Nghề này có ở {place} từ hơn trăm năm trước. Mỗi mùa, các hộ cùng thu hái vào sáng sớm rồi làm tại chỗ.",
    "Nước suối và đất đồi ở {place} cho nguyên liệu có hương riêng. Cách làm vẫn như cũ, chỉ thêm máy đóng gói.",
    "Từ năm 2015, các hộ ở {place} góp vốn xây xưởng chung. Nhà xưởng sạch giúp sản phẩm vào được siêu thị.",
)
INGREDIENTS = (
    ("100% nguyên liệu tự nhiên", "100% natural raw material"),
    ("Nguyên liệu địa phương, muối biển", "Local raw material, sea salt"),
    ("Nguyên liệu địa phương, đường mía", "Local raw material, cane sugar"),
    ("Thảo mộc khô, không chất bảo quản", "Dried herbs, no preservatives"),
)
NETS = ("100 g", "200 g", "250 g", "500 g", "1 kg", "330 ml", "500 ml", "750 ml")
UNITS = (("hộp", "box"), ("túi", "bag"), ("chai", "bottle"), ("hũ", "jar"))
PACKS = (("thùng", "carton"), ("kiện", "bale"), ("bao", "sack"))
STORAGES = (
    ("Nơi khô mát, tránh ánh nắng", "Cool dry place, away from sunlight"),
    ("Ngăn mát tủ lạnh từ 2 đến 8 độ", "Refrigerated at 2 to 8 degrees"),
    ("Nhiệt độ phòng, đậy kín sau khi mở", "Room temperature, keep closed once opened"),
)
PAYMENTS = (
    ("Chuyển khoản 30% khi đặt, 70% trước khi giao", "30% transfer with the order, 70% before shipment"),
    ("L/C trả ngay", "Letter of credit at sight"),
    ("Chuyển khoản trong 30 ngày", "Transfer within 30 days"),
)
SAMPLES = (
    ("Gửi mẫu trong 5 ngày", "Samples sent within 5 days"),
    ("Mẫu miễn phí, khách trả cước", "Free, buyer pays freight"),
)
KEYWORDS = (
    ("đặc sản", "local specialty"),
    ("quà biếu", "gift"),
    ("nông sản sạch", "clean produce"),
    ("hàng xuất khẩu", "export goods"),
    ("đồ khô", "dry goods"),
    ("thực dưỡng", "wholefood"),
)
PORTS = ("Hải Phòng", "Cát Lái", "Đà Nẵng", "Quy Nhơn")
COUNTRIES = ("JP", "KR", "CN", "US", "DE", "FR", "NL", "GB", "AU", "SG", "TW", "TH", "AE", "CA", "RU")
BODIES = ("QUACERT", "VinaCert", "Bureau Veritas", "SGS", "Control Union", "NHO-QSCert")
HS_CODES = (
    "0902.10",
    "0901.21",
    "0904.11",
    "0409.00",
    "1006.30",
    "2103.90",
    "0801.32",
    "1902.30",
    "4602.12",
    "3301.29",
)

"""Files of officers in, clean WebP out: what is decoded, what is refused, what is left behind."""

import json
import warnings
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.catalogue.pictures import LARGEST_FILE, WIDTHS, UnusablePictureError, encode
from tests.pictures.samples import (
    BLUE,
    GREEN,
    RED,
    chunk,
    halves,
    located,
    moving,
    opened,
    picture,
    png,
    saved,
    swapping_profile,
    wide_profile,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
PSD = b"8BPS" + b"\0\1" + bytes(6) + b"\0\3" + b"\0\0\0\1" * 2 + b"\0\x08\0\3" + bytes(64)
STARTS = [b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 "]
OTHERS = {
    "gif": picture("GIF"),
    "tiff": picture("TIFF"),
    "bmp": picture("BMP"),
    "ico": picture("ICO"),
    "pcx": picture("PCX"),
    "tga": picture("TGA"),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "svg": SVG,
    "psd": PSD,
    "pdf": b"%PDF-1.7\n",
    "html": b"<!doctype html><script>alert(1)</script>",
    "empty": b"",
    "text": "Ảnh".encode(),
}


def near(expected: tuple[int, int, int], found: object) -> bool:
    """Whether two colours look the same."""
    return isinstance(found, tuple) and all(abs(one - other) < 40 for one, other in zip(expected, found, strict=False))


def copy(data: bytes) -> Image.Image:
    """The largest copy of a picture, decoded again."""
    return opened(encode(data)[max(encode(data))][1])


def refusal(data: bytes) -> str:
    """The id with which a file is refused."""
    with pytest.raises(UnusablePictureError) as refused:
        encode(data)
    return str(refused.value)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_three_formats_are_decoded(form: str) -> None:
    """JPEG, PNG and WebP become WebP of the same size and colour."""
    made = copy(picture(form))
    assert ("WEBP", (64, 48)) == (made.format, made.size)
    assert near(RED, made.convert("RGB").getpixel((30, 20)))


@pytest.mark.parametrize("kind", sorted(OTHERS))
def test_other_formats_are_refused_whatever_they_are_called(kind: str) -> None:
    """The content decides, not the name: no other decoder is ever asked."""
    assert "image-format" == refusal(OTHERS[kind])


@pytest.mark.parametrize("sides", [(65_000, 65_000), (100_000, 401), (2**31 - 1, 2**31 - 1)])
def test_a_header_that_claims_too_many_pixels_is_refused(sides: tuple[int, int]) -> None:
    """A file of 100 bytes that would unpack to gigabytes is refused before it is unpacked."""
    assert "image-too-large" == refusal(png(*sides))


def test_many_pixels_that_pillow_would_allow_are_refused() -> None:
    """Our own limit lies below Pillow's."""
    assert "image-too-large" == refusal(png(8_000, 5_001))


def test_a_bomb_of_text_is_refused() -> None:
    """A compressed text of 100 MB inside a PNG."""
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000), 9))
    assert "image-format" == refusal(png(4, 4, (b"\0" + bytes(12)) * 4, text))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_file_cut_off_is_refused(form: str, kept: float) -> None:
    """A picture that was not copied completely is a mistake, never a grey half."""
    whole = saved(halves((200, 200)), form)
    assert "image-format" == refusal(whole[: int(len(whole) * kept)])


def test_a_file_over_20_mb_is_refused() -> None:
    """Whatever stands in it: the bytes alone decide."""
    assert "image-too-large" == refusal(picture() + bytes(LARGEST_FILE))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_camera_s_turn_is_applied(orientation: int) -> None:
    """Red is where the photographer saw it, in all eight ways to hold a camera."""
    left, right, top, bottom = (10, 20), (70, 20), (20, 10), (20, 70)
    expected = {1: left, 2: right, 3: right, 4: left, 5: top, 6: top, 7: bottom, 8: bottom}[orientation]
    made = copy(located(orientation)).convert("RGB")
    assert ((80, 40) if orientation < 5 else (40, 80)) == made.size
    assert near(RED, made.getpixel(expected))


@pytest.mark.parametrize("orientation", [1, 6])
def test_place_time_and_camera_are_left_behind(orientation: int) -> None:
    """No metadata of any kind is in a copy: neither EXIF nor XMP nor comment nor profile."""
    for _, data in encode(located(orientation)).values():
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened(data).info)
        assert not dict(opened(data).getexif())
        for secret in (b"Secret", b"EXIF", b"XMP ", b"ICCP", b"2026"):
            assert secret not in data


def test_a_colour_profile_is_applied() -> None:
    """A picture whose profile exchanges red and green is shown green where its numbers say red."""
    made = copy(picture("PNG", icc_profile=wide_profile())).convert("RGB")
    red, green, _ = made.getpixel((5, 5))
    assert green > red


def test_a_profile_keeps_transparency() -> None:
    """A transparent picture with a profile stays transparent."""
    image = Image.new("RGBA", (20, 20), (*GREEN, 0))
    assert (0, 0) == copy(saved(image, "PNG", icc_profile=wide_profile())).convert("RGBA").getchannel("A").getextrema()


@pytest.mark.parametrize("profile", [b"not a profile", swapping_profile(), wide_profile()[:200]])
def test_a_damaged_or_foreign_profile_is_left_out(profile: bytes) -> None:
    """The picture itself is good: it is taken as sRGB."""
    assert near(RED, copy(picture("PNG", icc_profile=profile)).convert("RGB").getpixel((5, 5)))


def test_a_picture_for_print_is_converted() -> None:
    """A JPEG in CMYK looks like its colours on a screen."""
    made = copy(picture("JPEG", mode="CMYK"))
    assert "RGB" == made.mode
    assert near(RED, made.getpixel((5, 5)))


@pytest.mark.parametrize("form", ["WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_stays(form: str) -> None:
    """An animation becomes one still picture."""
    made = copy(moving(form))
    assert 1 == getattr(made, "n_frames", 1)
    assert near(RED, made.convert("RGB").getpixel((20, 20)))


@pytest.mark.parametrize("transparency", [0, bytes([0, 255])])
def test_a_palette_with_transparency_stays_transparent(transparency: object) -> None:
    """One transparent colour, or one of each strength, and no warning either."""
    image = Image.new("P", (20, 20), 0)
    image.putpalette([*RED, *BLUE])
    image.paste(1, (10, 0, 20, 20))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = copy(saved(image, "PNG", transparency=transparency)).convert("RGBA")
    assert (0, 255) == made.getchannel("A").getextrema()


@pytest.mark.parametrize(
    ("mode", "grey", "shown"), [("L", 118, 118), ("I;16", 30_000, 117), ("1", 1, 255), ("LA", (118, 255), 118)]
)
def test_greys_keep_their_brightness(mode: str, grey: object, shown: int) -> None:
    """Also those of 16 bits, which would all turn white."""
    made = copy(saved(Image.new(mode, (20, 20), grey), "PNG")).convert("RGB")
    assert near((shown, shown, shown), made.getpixel((10, 10)))


@pytest.mark.parametrize(
    ("width", "widths"),
    [(100, [100]), (320, [320]), (321, [320]), (641, [320, 640]), (1281, [320, 640, 1280]), (4000, [320, 640, 1280])],
)
def test_copies_are_as_wide_as_screens_need(width: int, widths: list[int]) -> None:
    """Never larger than the original; heights keep the proportion."""
    copies = encode(picture(size=(width, width // 2)))
    assert widths == sorted(copies)
    for wide, (height, data) in copies.items():
        assert (wide, height) == opened(data).size
        assert abs(wide / height - width / (width // 2)) < 0.05


def test_a_picture_taller_than_webp_can_hold_is_refused() -> None:
    """A strip of 4 × 20,000 pixels is told as too large, not raised as an error of the encoder."""
    assert "image-too-large" == refusal(picture("PNG", size=(4, 20_000)))


def test_a_strip_one_pixel_high_is_kept() -> None:
    """Its copies have at least one line."""
    strip = picture("PNG", size=(9_000, 1))
    assert (1, (1280, 1)) == (encode(strip)[1280][0], copy(strip).size)


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Encoding knows no clock and no chance."""
    assert encode(located(6)) == encode(located(6))


@settings(max_examples=150)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_a_damaged_file_is_refused_or_read(form: str, data: st.DataObject) -> None:
    """Whatever bytes are changed: copies, or the one error that is told to the officer."""
    content = bytearray(picture(form, size=(16, 16)))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        told = str(sorted(encode(bytes(content))))
    except UnusablePictureError as error:
        told = str(error)
    assert told in {"image-format", "image-too-large"} or max(json.loads(told)) <= max(WIDTHS)


@settings(max_examples=50)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 "]),
)
def test_any_bytes_are_refused_or_read(content: bytes, start: bytes) -> None:
    """Also behind the first letters of a known format."""
    assert refusal(start + content) in {"image-format", "image-too-large"}

"""Pictures of products: the bytes of an officer's file in, small clean copies out.

Only JPEG, PNG and WebP are decoded, within size limits; every picture is encoded anew as WebP without metadata (camera
place and time), turned upright, in sRGB.
"""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from generator.model import LocalText

WIDTHS = (320, 640, 1280)
LARGEST_FILE = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 80
TALLEST = 16_383
"""Pixels; what WebP can hold."""
RECIPE = "webp-80-2"
"""Changes when the way of encoding changes, so that old copies are not used again."""


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A re-encoded picture: its widths in pixels with the site path of each, smallest first."""

    paths: tuple[tuple[int, str], ...]
    width: int
    height: int
    alt: LocalText
    credit: str | None
    licence: str | None


_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    struct.error,
    zlib.error,
)
"""What the decoders raise for damaged files."""


class UnusablePictureError(ValueError):
    """A file that is no picture of an allowed format, or too large; its argument is the id of the message."""


def encode(data: bytes) -> dict[int, tuple[int, bytes]]:
    """Copies of a picture by width: height and WebP bytes; raises `UnusablePictureError`."""
    if len(data) > LARGEST_FILE:
        raise UnusablePictureError("image-too-large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = _upright(data)
            widths = [width for width in WIDTHS if width < picture.width] or [picture.width]
            return {width: _copy(picture, width) for width in widths}
    except UnusablePictureError:
        raise
    except Image.DecompressionBombError as error:
        raise UnusablePictureError("image-too-large") from error
    except _UNREADABLE as error:
        raise UnusablePictureError("image-format") from error


def _upright(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise UnusablePictureError("image-too-large")
        turned = ImageOps.exif_transpose(opened)
        return _standard_colours(turned, opened.info.get("icc_profile"))


def _standard_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, with its transparency if it has any."""
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    colours = _converted(picture, profile) if profile else None
    if colours is None:
        colours = _eight_bits(picture).convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    return colours


def _converted(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture with its colour profile applied; None when the profile is damaged or of another kind of colours."""
    source = picture if picture.mode in ("L", "CMYK") else picture.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(source, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return None


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of 65,536 greys in 256; Pillow itself would turn nearly all of them white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")


def _copy(picture: Image.Image, width: int) -> tuple[int, bytes]:
    height = max(1, round(picture.height * width / picture.width))
    if height > TALLEST:
        raise UnusablePictureError("image-too-large")
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "WEBP", quality=QUALITY, method=4)
    return height, stream.getvalue()

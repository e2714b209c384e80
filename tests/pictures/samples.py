"""Pictures made for tests, as bytes."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

RED, GREEN, BLUE = (220, 20, 20), (20, 180, 20), (20, 20, 220)


def picture(form: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: Any) -> bytes:
    """A red picture of a format, with options of Pillow's `save`."""
    return saved(Image.new("RGB", size, RED).convert(mode), form, **options)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    """The bytes of an image."""
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def opened(data: bytes) -> Image.Image:
    """The image of bytes, loaded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def halves(size: tuple[int, int] = (80, 40)) -> Image.Image:
    """An image whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def located(orientation: int) -> bytes:
    """A JPEG of two halves as a camera writes it: turned, with place, time and maker."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretCamera"
    exif[0x9003] = "2026:11:23 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 12.0)})
    return saved(halves(), "JPEG", exif=exif, comment=b"SecretComment", quality=95)


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, pixels: bytes = b"", *more: bytes) -> bytes:
    """A PNG that claims a size, whatever it holds."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def moving(form: str) -> bytes:
    """A picture whose first frame is red, the second blue."""
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE)]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100, lossless=True)


def swapping_profile() -> bytes:
    """A colour profile of another kind than sRGB: CIE Lab as Pillow makes it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def wide_profile() -> bytes:
    """An RGB profile whose colours differ from sRGB: its red and green are exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * struct.unpack(">I", data[128:132])[0], 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = data[green + 4 : green + 12], data[red + 4 : red + 12]
    return bytes(data)

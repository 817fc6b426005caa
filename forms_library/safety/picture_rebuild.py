"""Uploaded pictures made anew: upright pixels, without what a camera noted. Runs in a child process."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from .kinds import Kind
from .reasons import Reason, Refused

MOST_PIXELS = 40_000_000
QUALITY = 88
FORMATS = {Kind.PNG: "PNG", Kind.JPEG: "JPEG"}


def rebuild(data: bytes, kind: Kind) -> bytes:
    """The picture in the same format. Raises ``Refused``."""
    try:
        with Image.open(BytesIO(data), formats=[FORMATS[kind]]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(Reason.BOMB)
            upright = ImageOps.exif_transpose(picture)
            return _saved(upright, kind)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise Refused(Reason.DAMAGED) from error


def _saved(picture: Image.Image, kind: Kind) -> bytes:
    buffer = BytesIO()
    if kind is Kind.JPEG:
        picture.convert("RGB").save(buffer, "JPEG", quality=QUALITY)
    else:
        plain = picture.convert("RGBA" if picture.mode in ("RGBA", "LA", "P") else "RGB")
        plain.save(buffer, "PNG")
    return buffer.getvalue()

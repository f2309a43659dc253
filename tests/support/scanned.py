"""Pages as a scanner gives them: A4 of text in the bundled fonts, with a scanner's grain, a seal, a photograph."""

from __future__ import annotations

import io
import random
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from desk_app.machine.paths import brought

A4_MM = (210, 297)
TEXT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM – Độc lập – Tự do – Hạnh phúc. Tờ khai đăng ký khai sinh. Kính gửi: Ủy ban "
    "nhân dân xã Tân Lập. Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Minh Đức. Nơi cư trú: thôn Đồng Tâm, xã Tân Lập, "
    "tỉnh Thanh Hóa. Đề nghị cơ quan đăng ký khai sinh cho người dưới đây; tôi cam đoan lời khai trên là đúng sự thật. "
)


def page(*, dpi: int = 200, grain: int = 10, seal: bool = False, photo: bool = False) -> Image.Image:
    """Return a grey (with a seal: coloured) A4 page of 48 lines; the same each time. `grain` = the noise's deviation."""
    width, height = (round(side / 25.4 * dpi) for side in A4_MM)
    image = Image.new("RGB" if seal else "L", (width, height), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(brought("resources") / "fonts" / "Tinos-Regular.ttf"), round(12 / 72 * dpi))
    words, x, y, left = TEXT.split() * 20, 0, round(dpi * 0.8), round(dpi * 0.8)
    for word in words:
        wide = draw.textlength(f"{word} ", font=font)
        if left + x + wide > width - left:
            x, y = 0, y + round(16 / 72 * dpi)
        if y > height - left:
            break
        draw.text((left + x, y), word, font=font, fill="black")
        x += wide
    if photo:
        face = _gradient(dpi * 3, dpi * 4)
        image.paste(face.convert(image.mode), (left, left))
    if seal:
        middle, radius = (width - left - dpi, height - left - dpi), round(17.5 / 25.4 * dpi)
        box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]
        draw.ellipse(box, outline=(200, 30, 40), width=round(dpi / 20))
    return _grained(image.filter(ImageFilter.GaussianBlur(dpi / 400)), grain)


def picture(image: Image.Image, kind: str = "PNG", **how) -> bytes:
    """Return an image as a file."""
    out = io.BytesIO()
    quick = (
        {"compress_level": 1} if kind == "PNG" else {}
    )  # grain hardly gets smaller, however long it is tried
    image.save(out, kind, **quick, **how)
    return out.getvalue()


def _gradient(width: int, height: int) -> Image.Image:
    image = Image.linear_gradient("L").resize((width, height))
    return ImageChops.multiply(image, image.transpose(Image.Transpose.ROTATE_90).resize((width, height)))


@cache
def _noise(grain: int, size: int = 256) -> Image.Image:
    chance = random.Random(7)
    levels = (min(255, max(0, round(chance.gauss(128, grain)))) for _ in range(size * size))
    return Image.frombytes("L", (size, size), bytes(levels))


def _grained(image: Image.Image, grain: int) -> Image.Image:
    """Return paper of 235 instead of 255 with noise."""
    if not grain:
        return image
    tile, chance = _noise(grain), random.Random(7)
    size = tile.width
    noise = Image.new("L", image.size)
    for left in range(0, image.width, size):
        for top in range(0, image.height, size):
            turned = tile.rotate(90 * chance.randrange(4))
            noise.paste(turned, (left, top))
    paper = image.point([round(value * 0.92) for value in range(256)] * len(image.getbands()))
    noisy = noise if image.mode == "L" else Image.merge("RGB", (noise, noise, noise))
    return ImageChops.add(paper, noisy, scale=1, offset=-128)

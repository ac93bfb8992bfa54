"""Draw the two icons of the Teams app next to its manifest: python teams/icons.py."""
import pathlib

from PIL import Image, ImageDraw

HERE = pathlib.Path(__file__).parent
BLUE, WHITE, NOTHING = (21, 66, 115, 255), (255, 255, 255, 255), (255, 255, 255, 0)
FINER = 8


def icon(size: int, ground: tuple[int, ...], margin: float) -> Image.Image:
    """A speech bubble with a question mark, drawn large and made small so that its edges are smooth."""
    whole = size * FINER
    image = Image.new("RGBA", (whole, whole), ground)
    draw = ImageDraw.Draw(image)
    first, last, line = whole * margin, whole * (1 - margin), round(whole * 0.07)
    bottom = last - whole * 0.12
    draw.rounded_rectangle((first, first, last, bottom), whole * 0.12, outline=WHITE, width=line)
    foot = whole * 0.34
    draw.polygon([(foot, bottom - line), (foot + whole * 0.18, bottom - line), (foot, last)], WHITE)
    mark(draw, (last - first) * 0.8, whole / 2, (first + bottom) / 2)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def mark(draw: ImageDraw.ImageDraw, size: float, centre: float, middle: float) -> None:
    """A question mark of this size around this point."""
    radius, line = size * 0.15, round(size * 0.085)
    top, foot = middle - size * 0.28, middle + size * 0.22
    draw.arc((centre - radius, top, centre + radius, top + 2 * radius), 180, 90, WHITE, line)
    draw.line((centre, top + 2 * radius - line, centre, top + 2 * radius + line), WHITE, line)
    draw.ellipse((centre - line * 0.6, foot - line * 0.6, centre + line * 0.6, foot + line * 0.6), WHITE)


def flattened(image: Image.Image) -> Image.Image:
    """The icon in white only, as Teams wants its outline."""
    white = Image.new("RGBA", image.size, NOTHING)
    white.putalpha(image.getchannel("A"))
    return white


if __name__ == "__main__":
    icon(192, BLUE, 0.2).save(HERE / "color.png", optimize=True)
    flattened(icon(32, NOTHING, 0.06)).save(HERE / "outline.png", optimize=True)

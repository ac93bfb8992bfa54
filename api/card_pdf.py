"""The gesprekskaart as a PDF of one page, in a font that every reader has."""
from fpdf import FPDF

from bot.card import DECISION, DECISIONS, ROOM, TITLE, Card, day, parts, versions

SIZES = (10.5, 9.5, 8.5, 7.5, 6.5)
FONT, ENCODING = "helvetica", "cp1252"


def as_pdf(card: Card) -> bytes:
    """The card as PDF, in the largest letter with which it fits on one page."""
    sheets = (sheet(card, size) for size in SIZES)
    fitting = next((pdf for pdf in sheets if pdf.pages_count == 1), None) or sheet(card, SIZES[-1])
    return bytes(fitting.output())


def sheet(card: Card, size: float) -> FPDF:
    """The card in letters of this size."""
    pdf = blank(card)
    write(pdf, f"{TITLE}: {card.tree.title}", size * 1.5, "B")
    write(pdf, f"{card.code.organisation}, {day(card.date)}", size)
    for part in parts(card):
        heading(pdf, part.heading, size)
        for line in part.lines:
            write(pdf, f"•  {line}", size)
    decide(pdf, size)
    for line in (*card.remarks, versions(card)):
        write(pdf, line, size * 0.85)
    return pdf


def blank(card: Card) -> FPDF:
    """An empty page that says what it is and in which language."""
    pdf = FPDF(format="A4")
    pdf.core_fonts_encoding = ENCODING
    pdf.set_title(f"{TITLE}: {card.tree.title}")
    pdf.set_lang("nl")
    pdf.set_margin(14)
    pdf.add_page()
    return pdf


def heading(pdf: FPDF, text: str, size: float) -> None:
    """A heading with room above it, which readers can jump to."""
    pdf.ln(size * 0.18)
    pdf.start_section(text)
    write(pdf, text, size * 1.1, "B")


def write(pdf: FPDF, text: str, size: float, style: str = "") -> None:
    """A paragraph; signs the font does not have become a question mark."""
    pdf.set_font(FONT, style, size)
    known = text.encode(ENCODING, "replace").decode(ENCODING)
    pdf.multi_cell(0, size * 0.47, known, new_x="LMARGIN", new_y="NEXT")


def decide(pdf: FPDF, size: float) -> None:
    """The boxes and the room for the decision of the manager."""
    heading(pdf, DECISION, size)
    for decision in DECISIONS:
        box(pdf, size)
        write(pdf, f"      {decision}", size)
    for line in ROOM:
        write(pdf, line, size)
        pdf.ln(size * 0.9)


def box(pdf: FPDF, size: float) -> None:
    """An empty box before the line that follows."""
    side = size * 0.3
    pdf.rect(pdf.get_x() + 1, pdf.get_y() + size * 0.08, side, side)

"""Numbers and addresses that lead to one person or one case: mail, phone, bank account, case file."""
import re

BESIDE = (
    r"(?!\d|[.,]\d|\s*(?:€|%|(?i:euro|eur|keer|x|jaar|maand|week|weken|dag|uur|man|mensen|pagina|procent|km|miljoen|mille|ton"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\w*))")
YEAR = r"(?:19|20)\d{2}"
TOKEN = rf"(?:[A-Z]{{1,4}} )?(?=[\w./-]*\d)\w(?:[\w./-]*\w)?(?: (?:van|uit) {YEAR}\b)?{BESIDE}"
SHORT = rf"(?!(?:1[14][234]|0[89]00)\b)[A-Z]{{0,5}}[-/.]?\d[\w./-]{{2,}}{BESIDE}"
LINK = r"(?:(?: is| met| het| nr\.?| nummer| kenmerk)|\s?[:#=])*\s+"
NAMED = re.compile(
    rf"\b((?i:zaak|dossier|kenmerk|kenteken|bsn|\w{{3,}}(?:nummer|nr\.?)){LINK}){TOKEN}"
    rf"|\b((?i:nummer|nr\.?|referentie|aanvraag|vergunning|beschikking|bezwaar|klacht|melding){LINK}){SHORT}")
BARE = re.compile("|".join((
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?\d{4}[ ]?\d{4}[ ]?\d{2}\b",
    r"(?<![\w.,])(?:\+\d{2}|00\d{2}|0)(?:[ ()-]*\d){8,9}(?![\w,]|\.\d)",
    rf"(?<![\w€])[A-Z]{{1,6}}[-/]?{YEAR}[-/.]\d{{2,}}\b", rf"(?<![\w€]){YEAR}[-/]\d{{3,}}\b",
    rf"(?<![\w€./-])\d{{3,6}}/{YEAR}\b", r"(?<![\w€])[A-Z]{1,6}[/-]\d{2}[/-]\d{2,}\b",
    r"(?<![\w€])[A-Z]{2,4} \d{2}/\d{1,5}\b", r"\bECLI(?::\w+)+",
    r"(?<![\w€.,])(?<!€ )\d{7,}(?! ?(?:euro|eur|€))\b")))


def without_numbers(text: str, sign: str) -> str:
    """The text with this sign in the place of every such number and address."""
    return BARE.sub(sign, NAMED.sub(lambda found: f"{found[1] or found[2]}{sign}", text))

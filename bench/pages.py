"""Put what was measured into docs/snelheid.md, between the marks that bear its name."""
import re

from launch.installing import ROOT

PAGE = ROOT / "docs" / "snelheid.md"


def into(name, text):
    """Replace the part with this name; raises ValueError when the page has no such part."""
    page = PAGE.read_text(encoding="utf-8")
    part = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
    if not part.search(page):
        raise ValueError(f"{PAGE.name}: geen deel '<!-- {name} -->'")
    PAGE.write_text(part.sub(lambda found: f"{found.group(1)}{text}{found.group(2)}", page), encoding="utf-8")

"""Whether the packages name who hands them out: `python3 tools/releaser.py`, before they are made for others.

The project has no address and no domain of its own, so three placeholders stand in their place. What each is, and
where it is set, says `docs/deploying.md`. Standard library only.
"""

import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

METAINFO = Path(__file__).resolve().parents[1] / "packaging" / "linux" / "neutrogui.metainfo.xml"

PERSON, ADDRESS = "NeutroGUI contributors", "neutrogui@example.invalid"
"""Who maintains a Debian package, where `DEBFULLNAME` and `DEBEMAIL` do not say."""

_PLACEHOLDER_ID = "org.neutrogui."
_RESERVED = re.compile(r"@(.+\.)?(example(\.(com|net|org))?|invalid|test|localhost)$", re.IGNORECASE)
"""Names that nobody can have: RFC 2606 and RFC 6761."""


def identifier() -> str:
    """The program's name in reverse order of domains, for software centres and macOS."""
    found = ET.parse(METAINFO).getroot().findtext("id")
    if not found:
        raise ValueError(f"{METAINFO.name} has no <id>")
    return found


def person(environment: Mapping[str, str] = os.environ) -> str:
    """The name of who maintains the package."""
    return environment.get("DEBFULLNAME") or PERSON


def address(environment: Mapping[str, str] = os.environ) -> str:
    """The electronic address of who maintains the package."""
    return environment.get("DEBEMAIL") or ADDRESS


def missing(environment: Mapping[str, str], named: str) -> list[str]:
    """What is still a placeholder, a sentence each; `named` is the identifier."""
    troubles = []
    if person(environment) == PERSON:
        troubles.append("DEBFULLNAME does not name who maintains the package.")
    if "@" not in address(environment) or _RESERVED.search(address(environment)):
        troubles.append("DEBEMAIL is no address at which who maintains the package can be reached.")
    if named.startswith(_PLACEHOLDER_ID):
        troubles.append(f"<id> in {METAINFO.name} is not of a domain of yours: {named}.")
    return troubles


def main() -> int:
    """0 when nothing is a placeholder any more; else 1, and what is."""
    troubles = missing(os.environ, identifier())
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    if troubles:
        print("docs/deploying.md says where each is set: “Handing it out”.", file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())

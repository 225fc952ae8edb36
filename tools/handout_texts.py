"""Holds every translation of the handouts against the English: `python tools/handout_texts.py`.

Names the lines that are missing or too many, and the numbers that are lost or written out; 1 if there are any.
"""

import sys

from neutrogui.bundle import resources
from neutrogui.domain.handout import ENGLISH
from neutrogui.handout.texts import LANGUAGES, differences, read_texts


def main() -> int:
    """Tell what each translator has to put right."""
    told = [
        f"resources/handout/texts/{code}.toml: {difference}"
        for code in LANGUAGES
        if code != ENGLISH
        for difference in differences(read_texts(resources(), ENGLISH), read_texts(resources(), code))
    ]
    for line in told:
        print(line, file=sys.stderr)
    print(f"{len(LANGUAGES)} languages, {len(told)} differences.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())

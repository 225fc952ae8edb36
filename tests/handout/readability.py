"""How hard a text is to read: two published formulas, and the counting of syllables that both rest on.

Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
SMOG grade (McLaughlin, 1969): 3.1291 + 1.0430 x the square root of (words of three or more syllables x 30 / sentences).
"""

import math
import re
from collections.abc import Iterable

# The e at the end of "use", "bones", "caused" and "called", but not of "table", "boxes", "needed" and "handled".
SILENT_E = re.compile(r"([^aeiouyl]|[aeiouy]l)e$|([^aeiouylsxzcgh]|[aeiouy]l|[^cs]h)es$|([^aeiouytdl]|[aeiouyl]l)ed$")
# Vowels that make two syllables: as in "media" (but not where the i softens, as in "action"), and as in "being".
SPOKEN_APART = re.compile(r"(?<![cstg])i[ao]|[aeiouy]ing$")

# Words that the rules of `syllables` miscount, counted by hand.
COUNTED_BY_HAND = {
    "aches": 1, "anyone": 3, "autoimmune": 4, "diet": 2, "evening": 2, "every": 2, "propylthiouracil": 7, "tired": 2,
    "usual": 3,
}  # fmt: skip


def words(text: str) -> list[str]:
    """Words and numbers of a text; a word with hyphens counts as its parts, and letters said one by one as one word."""
    return re.findall(r"[0-9]+(?:[.,][0-9]+)?|[A-Za-zÀ-ɏ]+(?:[’'][A-Za-z]+)?", text)


def sentences(text: str) -> list[str]:
    """Sentences of a text: they end with a stop, a question or exclamation mark, a colon or the text itself."""
    parts = re.split(r"(?<=[.!?:])\s+|(?<=[.!?:][”’)])\s+", text)
    return [part for part in parts if words(part)]


def syllables(word: str) -> int:
    """Spoken syllables of an English word, at least 1; a number counts as two."""
    if word[0].isdigit():
        return 2
    plain = re.sub(r"[’']s?$", "", word.lower()).replace("’", "")
    if plain in COUNTED_BY_HAND:
        return COUNTED_BY_HAND[plain]
    if word.isupper() and 1 < len(word) < 5 and plain not in {"us", "no"}:
        return len(word)
    count = len(re.findall(r"[aeiouy]+", plain)) - bool(SILENT_E.search(plain)) + len(SPOKEN_APART.findall(plain))
    return max(count, 1)


def flesch_kincaid(texts: Iterable[str]) -> float:
    """Flesch-Kincaid grade of the texts, each of which ends a sentence."""
    lines = [sentence for text in texts for sentence in sentences(text)]
    spoken = [syllables(word) for line in lines for word in words(line)]
    return 0.39 * len(spoken) / len(lines) + 11.8 * sum(spoken) / len(spoken) - 15.59


def smog(texts: Iterable[str]) -> float:
    """SMOG grade of the texts, each of which ends a sentence."""
    lines = [sentence for text in texts for sentence in sentences(text)]
    hard = sum(syllables(word) >= 3 for line in lines for word in words(line))
    return 3.1291 + 1.0430 * math.sqrt(hard * 30 / len(lines))

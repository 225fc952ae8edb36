"""What laboratories write: units in their spellings, the names of the white cells in several languages, numbers.

A text becomes tokens, and a row of words becomes a name, or nothing. What is not surely a number or a name is no such
token: nothing is repaired here.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from neutrogui.domain.quantity import PER_LITRE, PER_UL, THOUSANDS_PER_UL, Unit

# Units

PERCENT = "%"

_DENOMINATORS = {
    "l": Decimal(10**6), "dl": Decimal(10**5), "ml": Decimal(10**3), "nl": Decimal("0.001"),
    **dict.fromkeys(("ul", "mcl", "mm3", "cumm", "cmm", "mmc", "microlitre", "microliter"), Decimal(1)),
}  # fmt: skip
"""Microlitres in each volume."""

_THOUSAND, _GIGA = 3, 9
_NUMERATORS = {
    **dict.fromkeys(("k", "thou", "thousand", "thousands", "tsd", "tys"), _THOUSAND),
    **dict.fromkeys(("giga", "gi", "gpt"), _GIGA),
}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_GAP = r"[^\S\r\n]?"
_CELLS = r"(?:cells?|zellen|cellules?|c[eé]l(?:ulas)?\.?|cellen)"
_VOLUME = r"(?:[µμu]l|mcl|nl|ml|dl|l|mm\^?[3³]|cu[ ]?mm|cmm|mmc)(?![^\W_])"
_TENS = rf"(?:[x×*·]{_GAP})?10{_GAP}(?:(?:\^|\*\*?|e){_GAP}[0-9]{{1,2}}|\([0-9]{{1,2}}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})"
_COUNT_UNIT = (
    rf"(?:{_TENS}{_GAP}(?:\{{?{_CELLS}\}}?)?{_GAP}/{_GAP}{_VOLUME}"
    rf"|(?:k|g|m|t|thou|thousands?|tsd\.?|tys\.?|giga|gi|gpt|\{{?{_CELLS}\}}?)?{_GAP}/{_GAP}{_VOLUME}"
    rf"|(?:(?:{_CELLS}|thousands?)\s)?per\s(?:microlit(?:re|er)|[µμu]l|mm3))"
)
_OTHER_UNIT = rf"[^\W\d_]{{1,9}}\.?/(?:{_VOLUME}|(?:hpf|lpf|field|h|kg|g)(?![^\W_]))|/{_GAP}(?:hpf|lpf|field)(?![^\W_])"
_PER_HUNDRED = (
    rf"(?:/|\bper\s|\bpro\s|\bpour\s|\bpor\s){_GAP}100{_GAP}"
    r"\{?(?:wbcs?|leu[ck]o[^\W\d_]{0,10}|white\s(?:blood\s)?cells|gb)\}?"
)

_HUNDRED = re.compile(_PER_HUNDRED, re.IGNORECASE)
_SPELT_UNIT = re.compile(
    rf"(?:(?P<tens>{_TENS})|(?P<many>[a-z]+)\.?)?(?:\{{?{_CELLS}\}}?)?(?:/|per)(?P<volume>[a-z0-9]+)",
    re.IGNORECASE,
)
_ONLY_CELLS = re.compile(rf"\{{?{_CELLS}\}}?", re.IGNORECASE)


def unit_named(spelling: str) -> Unit | str:
    """The unit of a count, or `%`; the spelling itself where it is neither."""
    if spelling.strip() == PERCENT or _HUNDRED.fullmatch(spelling.strip()):
        return PERCENT
    text = re.sub(r"\s+", "", spelling).replace("µ", "u").replace("μ", "u")
    text = re.sub(r"mm\^?[3³]", "mm3", text, flags=re.IGNORECASE)
    head, slash, volume = text.rpartition("/")
    if slash and _ONLY_CELLS.fullmatch(head):
        text = slash + volume
    match = _SPELT_UNIT.fullmatch(text)
    volume_size = _DENOMINATORS.get(match["volume"].casefold()) if match else None
    if match is None or volume_size is None:
        return spelling
    power = _power(match["tens"], match["many"])
    if power is None:
        return spelling
    per_ul = Decimal(10) ** power / volume_size
    if per_ul == PER_UL.per_ul:
        return PER_UL
    if per_ul == THOUSANDS_PER_UL.per_ul:
        return PER_LITRE if match["volume"] in ("l", "L") else THOUSANDS_PER_UL
    return spelling


def _power(tens: str | None, many: str | None) -> int | None:
    """The power of ten before the slash; giga and mega are capital, for in small letters they are grams and metres."""
    if tens:
        digits = re.sub(r"[^0-9]", "", tens.translate(_SUPERSCRIPTS).partition("10")[2])
        return int(digits)
    if not many or many.casefold() in ("cells", "cell"):
        return 0
    if many in ("G", "M"):
        return {"G": _GIGA, "M": 6}[many]
    return _NUMERATORS.get(many.casefold())


# Names


def fold(word: str) -> str:
    """Small letters without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def word_set(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


_HEAD_WORDS = {
    "wbc": """wbc wbcs wcc tlc white leukocytes leukocyte leucocytes leucocyte leuko leukos leu leukozyten
        leukozytenzahl leucocitos leucociti leukocyten leukocyty blancs blancos brancos bianchi witte biale weisse""",
    "neutrophils": """neutrophils neutrophil neut neuts neutr neutro neu polys poly pmn pmns polymorphonuclear
        neutrophile neutrophilen neutrophiles pnn neutrofilos neutrofili neutrofielen neutrofiele neutrofilen
        neutrofile neutrocyty obojetnochlonne neutros""",
    "anc": "anc neutroabs",
    "segmented": """seg segs segmented segmentkernige segmentkernigen segmentados segmentadas segmentati segmentes
        segmentowane segmentk""",
    "bands": """band bands stab stabs stabk stabkernige stabkernigen cayado cayados bandas bastonetes bastoes banda
        staafkernige staafkernigen paleczkowate""",
    "metamyelocytes": """metamyelocytes metamyelocyte metas meta metamyelozyten metamielocitos metamielociti
        metamyelocyten metamielocyty""",
    "lymphocytes": """lymphocytes lymphocyte lymph lymphs lym lymphozyten linfocitos linfociti lymfocyten limfocyty""",
    "monocytes": "monocytes monocyte mono monos monozyten monocitos monociti monocyten monocyty",
    "eosinophils": """eosinophils eosinophil eos eosinophile eosinophilen eosinophiles eosinofilos eosinofili
        eosinofielen eozynofile""",
    "basophils": """basophils basophil baso basos basophile basophilen basophiles basofilos basofili basofielen
        bazofile""",
    "nrbc": "nrbc nrbcs nucleated normoblasts normoblasten erythroblasts erythroblasten erythroblastes",
    "granulocytes": """granulocytes granulocyte gran grans granulozyten granulocitos granulociti granulocyten
        granulocyty polynucleaires""",
    "ratio": "ratio nlr quotient rapport",
}
_HEADS = {word: head for head, words in _HEAD_WORDS.items() for word in words.split()}

_SIGNED_HEADS = {
    "ne": "neutrophils", "ly": "lymphocytes", "mo": "monocytes", "eo": "eosinophils", "ba": "basophils",
    "gr": "granulocytes", "gra": "granulocytes", "gb": "wbc",
}  # fmt: skip
"""Abbreviations of analysers, names only with `%` or `#` behind them; `GB` also stands alone."""

_ABSOLUTE = word_set("""
    # abs absolute absolut absolu absolus absolues absoluto absolutos assoluti assoluto absoluut bezwzgledna
    """)
_RELATIVE = word_set("% percent percentage pct prozent relative relativ relativos pourcentage porcentaje percentuale")
NEUTRAL = word_set("""
    a an the of in by she he pt and with on for at as is was are were has had her his their today total tot totales
    totais totali totaux gesamt count counts number no nr result results value values test component
    parameter analyte auto automated automatic manual man machine final calculated calc diff differential
    cells cell blood blut bld form forms volume vol adult patient shows show showed labs lab corrected corr
    anzahl zahl der die das im mit und zellen blutkorperchen blutzellen granulare kernige nombre numeration
    globules sang du de des le la les et taux recuento numero globulos sangre el los las y en conteo celulas
    valor conteggio conta globuli sangue dei di e valore numero contagem leucocitaria aantal bloedcellen en
    het van liczba krwinki krwinek i cellules whole date collected drawn collection time specimen sample
    """)
JOINERS = word_set("and und et y e i en plus or oder ou o + & /")
ALTERNATIVES = word_set("or oder ou lub")
FLAGS = word_set("""
    h l hh ll n high low normal abnormal abn crit critical panic hoch niedrig erhoht erniedrigt eleve bas
    haut alto bajo baixo basso laag hoog wysoki niski f hi lo
    """)
REFERENCE = word_set("""
    ref reference range ranges interval referenz referenzbereich normbereich norm normalbereich normes
    not estab established
    rango intervalo intervallo referencia riferimento reference valeurs referentie referentiewaarden
    limits norma usual
    """)
GLUE = word_set("on at soit collected drawn am vom le el del final verified taken entnommen date")
RIVALS = word_set("""
    repeat repeated corrected previous previously prior prev was were then now later yesterday last vs
    versus compared from earlier today before vorwert vorbefund davor zuvor anterior precedent precedente
    poprzedni vorher again
    """)
ELSEWHEN = word_set(
    """
    previous previously prior prev yesterday last earlier before vorwert vorbefund zuvor vorher anterior precedent
    precedente poprzedni nadir baseline goal target threshold if
    """
)
INEXACT = word_set("""
    below less under above over greater more than least most unter uber moins menos meno minder ponizej
    about approx approximately around circa ca environ etwa aprox roughly estimated est
    """)
_FOREIGN = word_set("""
    immature unreife esterase elastase antibody antibodies cast casts clump clumps atypical reactive
    morphology mean toxic vacuolated hypersegmented hypersegmentation gelatinase lipocalin cytoplasmic anti
    function burst
    """)
SPECIMENS = word_set("""
    urine urin urinalysis urina orina urines urynalysis mocz csf liquor lcr cerebrospinal synovial pleural
    pleura ascites ascitic peritoneal marrow knochenmark moelle bal bronchoalveolar sputum stool dialysate
    fluid punktat szpik
    """)
BLOOD = word_set("""
    cbc fbc haematology hematology hemogram haemogram hamatologie blutbild hematologie hemogramme nfs
    hemograma ematologia emocromo emogramma bloedbeeld morfologia hematologia peripheral
    """)
OTHER_DATES = word_set("""
    dob birth born birthdate printed print reported report received verified resulted ordered signed geburt
    geb geburtsdatum geboren gedruckt druck eingang naissance nee imprime recu nacimiento impreso nascita
    nascimento stampa stampato geboortedatum urodzenia admitted admission
    """)


class Token(NamedTuple):
    """A piece of the text, of one kind, with its place."""

    kind: str
    text: str
    start: int
    end: int


COUNT_FIELDS = {"wbc": "wbc", "neutrophils": "anc", "segmented": "segmented_count", "bands": "bands_count"}
"""The field of each kind of cell when it is a count; the others are asked for as percentages alone."""


@dataclass(frozen=True, slots=True)
class CellName:
    """What a label names: a kind of cell, as `percent`, `count` or neither said; `doubt` if it isn't sure."""

    cells: str
    kind: str = ""
    doubt: str = ""
    faint: bool = False

    def field_of(self, *, counted: bool) -> str:
        """The field of its percentage, or of its count; empty where the calculator doesn't ask for it."""
        if counted or self.kind == "count" or self.cells == "wbc":
            return COUNT_FIELDS.get(self.cells, "")
        return self.cells


def named(pieces: list[list[Token]]) -> CellName | None:
    """What a label means, given as its pieces between colons, commas, brackets and cells; None: no white cells."""
    words: list[Token] = []
    for piece in reversed(pieces):
        if piece and (not _head_count(words) or _head_count(piece)):
            words = piece + words
        elif piece:
            break
    heads = [(place, head) for place in range(len(words)) if (head := _head(words, place))]
    if not heads:
        return None
    folded = [fold(word.text) for word in words]
    if _FOREIGN.intersection(folded):
        return None
    cells, doubt = _cells({head for _, head in heads})
    if not cells:
        return None
    first, last = heads[0][0], heads[-1][0]
    banded = {
        place for place, word in enumerate(folded[:-1]) if word == "en" and _HEADS.get(folded[place + 1]) == "bands"
    }
    if any(first < place < last and word in JOINERS for place, word in enumerate(folded) if place not in banded):
        doubt = doubt or "several"
    kinds = {"count" for word in folded if word in _ABSOLUTE} | {"percent" for word in folded if word in _RELATIVE}
    if any(head == "anc" for _, head in heads):
        kinds.add("count")
    if len(kinds) > 1:
        doubt = doubt or "unknown"
    if doubt:
        return CellName(cells, "", doubt, faint=True)
    places = {place for place, _ in heads}
    known = _ABSOLUTE | _RELATIVE | NEUTRAL | JOINERS
    if any(
        place not in places and word not in known and not (cells == "nrbc" and word in ("red", "rbc", "rbcs"))
        for place, word in enumerate(folded)
    ):
        return CellName(cells, "", "unknown")
    return CellName(cells, next(iter(kinds), ""))


def _head(words: list[Token], place: int) -> str:
    word = fold(words[place].text)
    if word in _SIGNED_HEADS:
        signed = place + 1 < len(words) and words[place + 1].text in ("%", "#")
        return _SIGNED_HEADS[word] if signed or word == "gb" else ""
    return _HEADS.get(word, "")


def _head_count(words: list[Token]) -> int:
    return sum(1 for place in range(len(words)) if _head(words, place))


def _cells(heads: set[str]) -> tuple[str, str]:
    """The kind of cell that the names of a label give together, and what is doubtful about it."""
    neutrophil_names = heads & {"neutrophils", "anc", "segmented", "bands", "granulocytes"}
    if "ratio" in heads:
        return ("neutrophils", "ratio") if neutrophil_names or heads == {"ratio"} else ("", "")
    if "anc" in heads:
        heads = (heads - {"anc"}) | {"neutrophils"}
    if len(heads) > 1 and "granulocytes" in heads:
        heads = heads - {"granulocytes"}
    if len(heads) > 1 and heads <= {"neutrophils", "segmented", "bands"} and heads != {"segmented", "bands"}:
        heads = heads - {"neutrophils"}
    if heads == {"granulocytes"}:
        return "neutrophils", "granulocytes"
    if len(heads) == 1:
        return next(iter(heads)), ""
    if neutrophil_names:
        return "neutrophils", "several"
    return ("wbc", "several") if "wbc" in heads else ("", "")


# Tokens

_NUMBER = r"[0-9]{1,13}(?:[.,][0-9]{1,13})?"
_ALONE = r"(?<![\w.,/^])"
_ENDS = rf"(?![.,]?[\w])(?!\^|\*\*?[0-9]|['’´`][0-9]|[+]|\s?/\s?[0-9])|(?=(?-i:HH?|LL?)(?!\w))|(?={_GAP}{_PER_HUNDRED})"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|apr|avr|abr|may|mai|maj|jun|juin|jul|juil|aug|ao[uû]|ago|sep|oct|okt|ott|out|nov|dec"
    r"|dez|d[eé]c|dic)[^\W\d_]{0,8}\.?"
)
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"

_TOKENS = re.compile(
    rf"""
    (?P<newline>\r\n|[\n\r\v\f\x85\u2028\u2029])
  | (?P<date>(?<![\w.,/-])(?:
        [0-9]{{4}}(?P<mark1>[-/.])[0-9]{{1,2}}(?P=mark1)[0-9]{{1,2}}
      | [0-9]{{1,2}}(?P<mark2>[-/.])[0-9]{{1,2}}(?P=mark2)(?:[0-9]{{4}}|[0-9]{{2}})
      | {_DAY}\.?[ -]{_MONTH}[ -][0-9]{{2,4}}
      | {_MONTH}[ ]{_DAY},?[ ][0-9]{{4}}
      )(?:[T ,]{{1,2}}{_CLOCK}(?:\.[0-9]{{1,6}})?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?(?!\w))
  | (?P<clock>(?<!\w){_CLOCK}(?!\w))
  | (?P<code>(?<![\w.,])[0-9]{{3,5}}-[0-9](?![.,]?\w))
  | (?P<hundred>{_PER_HUNDRED})
  | (?P<unit>(?<![^\W\d_]){_COUNT_UNIT}|(?<![^\W\d_])(?:{_OTHER_UNIT}))
  | (?P<range>{_ALONE}{_NUMBER}[ \t]{{0,2}}%?
        (?:[ \t]{{0,2}}(?:[-–—−]|\.\.\.?)[ \t]{{0,2}}|[ ](?:to|bis|tot|do|até|à|a)[ ])
        {_NUMBER}(?:{_ENDS}|(?=(?![0-9]){_COUNT_UNIT})))
  | (?P<bound>(?:[<>≤≥]=?|=[<>])[ \t]{{0,2}}{_NUMBER})
  | (?P<noise>(?<![\w)\]])[-−–+~≈±∼][0-9][\w.,]*|(?<=\w)[-−–][0-9][\w.,]*)
  | (?P<number>{_ALONE}{_NUMBER}(?:{_ENDS}|(?=(?![0-9]){_COUNT_UNIT})|(?={_OTHER_UNIT})))
  | (?P<garbled>[.,]?[0-9][\w.,'’´`^/+]*|(?<!\w)(?-i:[lIO])[lIO0-9.,]{{0,11}}(?![\w])(?=[^\S\r\n]?%|{_GAP}{_COUNT_UNIT})
      |(?<!\w)(?-i:[lIO]){{1,3}}[.,]?[0-9][\w.,]*)
  | (?P<doubt>[?~≈±∼])
  | (?P<sign>[%#])
  | (?P<word>[^\W\d_]+[0-9]*)
  | (?P<cell>\t|\||;(?=\S))
  | (?P<stop>;)
  | (?P<piece>[,:()\[\]])
  | (?P<joiner>[+&/])
    """,
    re.VERBOSE | re.IGNORECASE,
)

VALUES = frozenset({"number", "noise", "garbled", "bound", "range"})
"""The kinds of tokens that stand where a value stands."""


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a text; what is none of them is passed over."""
    for match in _TOKENS.finditer(text):
        yield Token(match.lastgroup or "", match[0], match.start(), match.end())

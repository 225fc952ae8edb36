"""What came with this installation, and whether all of it works here.

Every start opens the library through here, so what only handouts or the self-test need is imported there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from neutrogui import __version__, bundle, places, policy
from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.domain.calculator import Outcome
from neutrogui.domain.printing import PrintingFailed

if TYPE_CHECKING:
    from neutrogui.domain.clinic import ClinicStore
    from neutrogui.domain.handout import HandoutRules, HandoutWords
    from neutrogui.domain.library import Library, LibraryInUse

SHEET_EDITION = __version__
"""Stands on the sheet: its words come with the program, not with the content."""


def handout_rules() -> "HandoutRules":
    """The plan of the sheets and what they are read with. Raises `PrintingFailed`."""
    from neutrogui.domain.handout import HandoutRules
    from neutrogui.handout import plan, texts
    from neutrogui.handout.typesetting import TypesettingFailed

    try:
        return HandoutRules(plan.read_plan(bundle.resources()), texts.LANGUAGES, CONVENTIONAL, SHEET_EDITION)
    except TypesettingFailed as failure:
        raise PrintingFailed(str(failure)) from failure


def handout_words(language: str = "en") -> "HandoutWords":
    """The words of the sheets for a screen in that language, or in English. Raises `PrintingFailed`."""
    from neutrogui.domain.handout import ENGLISH
    from neutrogui.handout import texts
    from neutrogui.handout.typesetting import TypesettingFailed

    try:
        return texts.screen_words(bundle.resources(), language if language in texts.LANGUAGES else ENGLISH)
    except TypesettingFailed as failure:
        raise PrintingFailed(str(failure)) from failure


def clinic_files() -> "ClinicStore":
    """Where the clinic's settings are kept: the user's folder, and before it what an administrator places for all."""
    from neutrogui.handout.clinic_file import FILE_NAME, ClinicFiles

    everybody = [folder / FILE_NAME for folder in places.shared_folders()]
    enforced = policy.clinic_policy()
    return ClinicFiles(places.config_folder() / FILE_NAME, everybody, enforced.values, enforced.trouble)


def open_bundled_library() -> "Library":
    """The library that came with the program. The store's import is dear, so it is left until it is wanted."""
    from neutrogui.store.library import open_library

    return open_library(bundle.resources() / "compiled")


def pack_path() -> Path:
    """Where an administrator places a content pack: the first of the shared folders that has one, else the first."""
    from neutrogui.store.pack import PACK_FILE

    paths = [folder / PACK_FILE for folder in places.shared_folders()]
    return next((path for path in paths if path.exists()), paths[0])


def open_library_in_use() -> "LibraryInUse":
    """The library of a content pack that is placed, sound and newer; else the one that came with the program.

    Raises what `open_bundled_library` raises: without its own content the program has nothing to hold a pack's against.
    """
    from neutrogui.store.library import open_library
    from neutrogui.store.pack import choose

    return choose(open_library(bundle.resources() / "compiled"), pack_path(), bundle.resources() / "keys")


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the self-test; `detail` says what was seen, or what went wrong."""

    name: str
    passed: bool
    detail: str


class _Wrong(Exception):
    """A check that did not find what it should."""


def self_test() -> list[Check]:
    """Try every part that can fail on a computer it was not made on. Writes only into a temporary folder."""
    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("content", _check_content),
        ("content pack", _check_pack),
        ("sqlite", _check_sqlite),
        ("calculations", _check_calculations),
        ("search", _check_search),
        ("sheet", _check_sheet),
        ("settings", _check_settings),
    )
    return [_checked(name, part) for name, part in parts]


def _checked(name: str, part: Callable[[], str]) -> Check:
    try:
        return Check(name, True, part())
    except Exception as error:  # whatever goes wrong is the answer that was asked for
        return Check(name, False, str(error) or type(error).__name__)


def _check_content() -> str:
    edition = open_bundled_library().edition
    return f"edition {edition.name}, {edition.entries} entries, digest {edition.digest[:16]} verified"


def _check_pack() -> str:
    from neutrogui.store.pack import is_signed_by

    if not is_signed_by(*_SIGNED) or is_signed_by(_SIGNED[0], b"altered", _SIGNED[2]):
        raise _Wrong("signatures cannot be checked")
    in_use = open_library_in_use()
    if in_use.refusal:
        raise _Wrong(f"{in_use.refusal} ({pack_path()})")
    if in_use.passed_over:
        return f"edition {in_use.passed_over} in {pack_path()} is no newer and not used"
    edition = in_use.library.edition
    if edition.packed:
        return f"edition {edition.name} in {pack_path()} is used, digest {edition.digest[:16]} verified"
    return f"none in {pack_path()}"


_SIGNED = tuple(
    map(
        bytes.fromhex,
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
            "655141438e7a100b",
        ),
    )
)
"""Public key, message, signature: RFC 8032, 7.1, test 1."""


def _check_sqlite() -> str:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        for tokenizer in ("unicode61", "trigram"):
            connection.execute(f"CREATE VIRTUAL TABLE {tokenizer} USING fts5(words, tokenize='{tokenizer}')")
    finally:
        connection.close()
    return f"SQLite {sqlite3.sqlite_version} with full-text search"


_WORKED = (
    ({"wbc": "1.2", "wbc_unit": "10^9/L", "segmented": "35", "bands": "5"}, "480", "severe"),
    ({"wbc": "9200", "wbc_unit": "/uL", "segmented": "33", "bands": "1"}, "3128", "none"),
    ({"wbc": "0,6", "wbc_unit": "K/uL", "neutrophils": "83"}, "498", "severe"),
    ({"wbc": "3.3", "wbc_unit": "10*9/L", "neutrophils": "45.4"}, "1498.2", "mild"),
    ({"wbc": "1.0", "wbc_unit": "10*9/L", "neutrophils": "50"}, "500", "moderate"),
    ({"wbc": "0.5", "wbc_unit": "10*9/L", "neutrophils": "19"}, "95", "profound"),
)
"""Typed texts, the count in cells/µL, and its conventional severity; worked by hand."""


def _check_calculations() -> str:
    calculator = CATALOGUE.calculators[0]
    for typed, per_ul, severity in _WORKED:
        outcome = calculator.evaluate(typed)
        if not isinstance(outcome, Outcome):
            raise _Wrong(f"{typed} was refused")
        seen = (outcome.values["anc_per_ul"], outcome.grades[0].band.key)
        if seen != (per_ul, severity):
            raise _Wrong(f"{typed} gave {seen}, not {(per_ul, severity)}")
    return f"{len(_WORKED)} worked counts are right"


def _check_search() -> str:
    hits = open_library_in_use().library.search("felty")
    if not hits or hits[0].id != "felty-syndrome":
        raise _Wrong("“felty” did not find Felty syndrome first")
    return f"“felty” found {hits[0].title} first"


def _check_sheet() -> str:
    from tempfile import TemporaryDirectory

    from neutrogui.domain.clinic import ClinicSettings
    from neutrogui.domain.handout import Handout, read_handout
    from neutrogui.handout.printing import TypstPrinting

    printing = TypstPrinting(bundle.resources())
    typed = {"kind": "chemo", "languages": "en ar zh", "count": "480", "count_unit": "/uL"}
    sheet = read_handout(typed, ClinicSettings(), handout_rules())
    if not isinstance(sheet, Handout):
        raise _Wrong("a sheet was refused")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        printing.save(printing.pdf(sheet), path)
        size = path.stat().st_size
        if not path.read_bytes().startswith(b"%PDF-"):
            raise _Wrong("the sheet is no PDF file")
    return f"a sheet of {size:,} bytes was written and read back"


def _check_settings() -> str:
    kept, view = clinic_files().load(), policy.view_policy()
    if troubles := [trouble for trouble in (view.trouble, kept.trouble) if trouble]:
        raise _Wrong(" ".join(troubles))
    named = [*sorted(view.values), *(f"{policy.CLINIC}/{key}" for key in sorted(kept.managed))]
    return f"the administrator has set {', '.join(named)}" if named else "nothing is set by the administrator"

"""Medicines written as tables, one file a class: every row becomes the draft of an ordinary entry."""

from pathlib import Path

from neutrogui.authoring.draft import ID, Draft, check_keys, line_of, read_details, read_mapping, text_of
from neutrogui.authoring.markdown import DraftBlock, DraftSection, read_line
from neutrogui.authoring.source import Mapping, Mistake, Scalar, Value
from neutrogui.domain.entry import HEADINGS, Kind

_SECTIONS = dict(zip(("what", "mechanism", "frequency", "monitoring", "action"), HEADINGS[Kind.MEDICINE], strict=True))
"""The fields that hold text, with the headings under which they are shown, in reading order."""

_REQUIRED = ("title", "summary", "what", "checked")
_OPTIONAL = ("synonyms", "tags", "details", "related", "review", "further", *list(_SECTIONS)[1:])


def read_medicines(folder: Path, entries: dict[str, Draft], mistakes: list[Mistake]) -> dict[str, list[Draft]]:
    """The medicines of every table below `folder`, by the id of their class, which is one of `entries`."""
    found: dict[str, list[Draft]] = {}
    files = {entry_id: draft.file for entry_id, draft in entries.items()}
    for path in sorted((folder / "medicines").glob("*.yaml")):
        file = f"medicines/{path.name}"
        table = read_mapping(path, file, mistakes)
        if table is None:
            continue
        check_keys(table, ("class", "medicines"), (), file, mistakes)
        medicines = _read_table(table, file, mistakes)
        for medicine in medicines:
            if medicine.id in files:
                message = f"entry “{medicine.id}” stands in {files[medicine.id]} too"
                mistakes.append(Mistake(file, medicine.line, message))
            files[medicine.id] = file
        class_id = text_of(table, "class", file, mistakes)
        if class_id and class_id not in entries:
            mistakes.append(Mistake(file, line_of(table, "class"), f"there is no entry “{class_id}”"))
        if class_id in found:
            message = f"the medicines of “{class_id}” stand in another file too"
            mistakes.append(Mistake(file, line_of(table, "class"), message))
        found.setdefault(class_id, []).extend(medicines)
    return found


def _read_table(table: Mapping, file: str, mistakes: list[Mistake]) -> list[Draft]:
    medicines = table.get("medicines")
    if medicines is None:
        return []
    if not isinstance(medicines, Mapping):
        mistakes.append(Mistake(file, medicines.line, "“medicines” holds “id: …” with the medicine below it"))
        return []
    drafts = (_draft(key, value, file, mistakes) for key, value in medicines.items)
    return [draft for draft in drafts if draft is not None]


def _draft(key: Scalar, row: Value, file: str, mistakes: list[Mistake]) -> Draft | None:
    if not ID.fullmatch(key.text):
        mistakes.append(Mistake(file, key.line, f"“{key.text}” is no id: small letters, digits, hyphens"))
    if not isinstance(row, Mapping):
        mistakes.append(Mistake(file, key.line, f"“{key.text}” needs {', '.join(_REQUIRED)}"))
        return None
    check_keys(row, _REQUIRED, _OPTIONAL, file, mistakes)
    kind = (Scalar("kind", key.line), Scalar(Kind.MEDICINE, key.line))
    return Draft(
        id=key.text,
        file=file,
        head=Mapping((*row.items, kind), row.line),
        summary=read_line(text_of(row, "summary", file, mistakes), file, line_of(row, "summary"), mistakes),
        details=tuple(read_details(row, file, mistakes)),
        sections=tuple(
            _section(row, field, heading, file, mistakes)
            for field, heading in _SECTIONS.items()
            if row.get(field) is not None
        ),
        line=key.line,
    )


def _section(row: Mapping, field: str, heading: str, file: str, mistakes: list[Mistake]) -> DraftSection:
    line = line_of(row, field)
    parts = read_line(text_of(row, field, file, mistakes), file, line, mistakes)
    return DraftSection(heading, (DraftBlock("paragraph", ((parts,),), line),), line)

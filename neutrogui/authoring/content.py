"""All of the content, read from its sources and checked. Nothing is half right: one mistake, and there is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from pathlib import Path

from neutrogui.authoring.draft import (
    ID,
    Draft,
    check_keys,
    line_of,
    read_details,
    read_mapping,
    text_of,
    texts_of,
)
from neutrogui.authoring.markdown import Cited, DraftBlock, Part, Parts, Words, read_body, read_line
from neutrogui.authoring.medicines import read_medicines
from neutrogui.authoring.source import Mapping, Mistake, Scalar, Sequence, Value, read_text, read_yaml
from neutrogui.domain.entry import (
    HEADINGS,
    NOT_READ,
    NOT_REVIEWED,
    Block,
    Citation,
    Detail,
    Disagreement,
    Entry,
    Inline,
    Items,
    Kind,
    Line,
    Paragraph,
    Reference,
    Run,
    Section,
    Table,
)
from neutrogui.domain.facet import TAGS
from neutrogui.domain.outline import Outline, Place

READ = ("full text", "abstract", "excerpt", NOT_READ)

_HEAD_REQUIRED = ("title", "kind", "summary", "checked")
_HEAD_OPTIONAL = ("synonyms", "tags", "details", "related", "review", "further")
_REFERENCE_REQUIRED = ("authors", "title", "source", "year", "read")
_REFERENCE_OPTIONAL = ("doi", "pmid", "url")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class Content:
    """The checked content: entries by id in alphabetical order, references likewise."""

    edition: str
    date: str
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...]
    outline: Outline


def read_content(folder: Path) -> tuple[Content | None, list[Mistake]]:
    """The content below `folder`, or None and every mistake found, in the order of files and lines."""
    mistakes: list[Mistake] = []
    edition, date = _read_edition(folder, mistakes)
    references = _read_references(folder, mistakes)
    drafts = _read_drafts(folder, mistakes)
    medicines = read_medicines(folder, drafts, mistakes)
    drafts |= {medicine.id: medicine for table in medicines.values() for medicine in table}
    outline = _read_outline(folder, drafts, medicines, mistakes)
    for draft in drafts.values():
        if not outline.trail(draft.id):
            mistakes.append(Mistake(draft.file, draft.line, "stands nowhere in outline.yaml"))
    entries = [_entry(draft, drafts, references, outline.paths(draft.id), mistakes) for draft in drafts.values()]
    used = {reference.id for entry in entries for reference in (*entry.references, *entry.further)}
    for reference_id, (_, file, line) in references.items():
        if reference_id not in used:
            mistakes.append(Mistake(file, line, f"no entry cites “{reference_id}”"))
    if mistakes:
        return None, sorted(mistakes)
    sorted_references = sorted((reference for reference, _, _ in references.values()), key=lambda r: r.id)
    return (
        Content(edition, date, tuple(sorted(entries, key=lambda e: e.id)), tuple(sorted_references), outline),
        [],
    )


def _is_date(text: str) -> bool:
    try:
        calendar_date.fromisoformat(text)
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None


def _read_edition(folder: Path, mistakes: list[Mistake]) -> tuple[str, str]:
    file = "edition.yaml"
    mapping = read_mapping(folder / file, file, mistakes)
    if mapping is None:
        return "", ""
    check_keys(mapping, ("edition", "date"), (), file, mistakes)
    date = text_of(mapping, "date", file, mistakes)
    if date and not _is_date(date):
        mistakes.append(Mistake(file, line_of(mapping, "date"), f"“{date}” is no date such as 2026-11-21"))
    return text_of(mapping, "edition", file, mistakes), date


def _read_references(folder: Path, mistakes: list[Mistake]) -> dict[str, tuple[Reference, str, int]]:
    found: dict[str, tuple[Reference, str, int]] = {}
    by_doi: dict[str, str] = {}
    for path in sorted((folder / "references").glob("*.yaml")):
        file = f"references/{path.name}"
        mapping = read_mapping(path, file, mistakes)
        for key, value in mapping.items if mapping else ():
            reference = _reference(key, value, file, mistakes)
            if reference is None:
                continue
            if key.text in found:
                mistakes.append(Mistake(file, key.line, f"reference “{key.text}” stands in {found[key.text][1]} too"))
            doi = reference.doi.casefold()
            if doi and doi in by_doi:
                mistakes.append(Mistake(file, key.line, f"doi {doi} stands under “{by_doi[doi]}” already"))
            by_doi[doi] = key.text
            found[key.text] = (reference, file, key.line)
    return found


def _reference(key: Scalar, value: Value, file: str, mistakes: list[Mistake]) -> Reference | None:
    if not isinstance(value, Mapping):
        mistakes.append(Mistake(file, key.line, f"“{key.text}” needs {', '.join(_REFERENCE_REQUIRED)}"))
        return None
    if not ID.fullmatch(key.text):
        mistakes.append(Mistake(file, key.line, f"“{key.text}” is no id: small letters, digits, hyphens"))
    check_keys(value, _REFERENCE_REQUIRED, _REFERENCE_OPTIONAL, file, mistakes)
    texts = {k: text_of(value, k, file, mistakes) for k in (*_REFERENCE_REQUIRED, *_REFERENCE_OPTIONAL)}
    if not any(texts[k] for k in _REFERENCE_OPTIONAL):
        mistakes.append(Mistake(file, key.line, f"“{key.text}” has neither doi nor pmid nor url"))
    if texts["doi"] and not _DOI.fullmatch(texts["doi"]):
        mistakes.append(Mistake(file, line_of(value, "doi"), f"“{texts['doi']}” is no DOI such as 10.1000/182"))
    if texts["pmid"] and not texts["pmid"].isdecimal():
        mistakes.append(Mistake(file, line_of(value, "pmid"), f"“{texts['pmid']}” is no PMID: digits only"))
    if texts["read"] and texts["read"] not in READ:
        mistakes.append(Mistake(file, line_of(value, "read"), f"“read” is one of: {', '.join(READ)}"))
    return Reference(id=key.text, **texts)


def _read_drafts(folder: Path, mistakes: list[Mistake]) -> dict[str, Draft]:
    drafts: dict[str, Draft] = {}
    for path in sorted((folder / "entries").rglob("*.md")):
        file = path.relative_to(folder).as_posix()
        draft = _read_draft(path, file, mistakes)
        if draft is None:
            continue
        if draft.id in drafts:
            mistakes.append(Mistake(file, 1, f"entry “{draft.id}” stands in {drafts[draft.id].file} too"))
        drafts[draft.id] = draft
    return drafts


def _read_draft(path: Path, file: str, mistakes: list[Mistake]) -> Draft | None:
    if not ID.fullmatch(path.stem):
        mistakes.append(Mistake(file, 1, "the file's name is no id: small letters, digits, hyphens"))
    text = read_text(path, file, mistakes)
    if text is None:
        return None
    head_text, separator, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not separator:
        mistakes.append(Mistake(file, 1, "an entry begins with its head between two lines of “---”"))
        return None
    head = read_yaml(head_text, file, mistakes, first_line=2)
    if not isinstance(head, Mapping):
        if head is not None:
            mistakes.append(Mistake(file, 2, "the head holds “key: value” lines"))
        return None
    check_keys(head, _HEAD_REQUIRED, _HEAD_OPTIONAL, file, mistakes)
    return Draft(
        id=path.stem,
        file=file,
        head=head,
        summary=read_line(text_of(head, "summary", file, mistakes), file, line_of(head, "summary"), mistakes),
        details=tuple(read_details(head, file, mistakes)),
        sections=read_body(body, file, head_text.count("\n") + 4, mistakes),
    )


def _read_outline(
    folder: Path, drafts: dict[str, Draft], medicines: dict[str, list[Draft]], mistakes: list[Mistake]
) -> Outline:
    """The tree as written; below every place of a class stand its medicines too, in alphabetical order."""
    file = "outline.yaml"
    text = read_text(folder / file, file, mistakes)
    value = read_yaml(text, file, mistakes) if text is not None else None
    if value is None:
        return Outline(())

    def title_of(entry_id: Scalar) -> str:
        draft = drafts.get(entry_id.text)
        if draft is None:
            mistakes.append(Mistake(file, entry_id.line, f"there is no entry “{entry_id.text}”"))
            return entry_id.text
        title = draft.head.get("title")
        return title.text if isinstance(title, Scalar) else entry_id.text

    def places(value: Value, ways: bool) -> Iterator[Place]:
        if not isinstance(value, Sequence):
            mistakes.append(Mistake(file, value.line, "a list of “- ” lines is expected here"))
            return
        seen: set[str] = set()
        for item in value.items:
            if isinstance(item, Scalar):
                named: Scalar = item
                children: tuple[Place, ...] = ()
            elif isinstance(item, Mapping) and len(item.items) == 1:
                named = item.items[0][0]
                children = tuple(places(item.items[0][1], ways=False))
            else:
                mistakes.append(Mistake(file, item.line, "a place is “- id” or “- id:” with more below it"))
                continue
            if named.text in seen:
                mistakes.append(Mistake(file, named.line, f"“{named.text}” stands twice in the same place"))
            seen.add(named.text)
            if ways:
                yield Place(named.text, "", children)
                continue
            placed = {child.entry_id for child in children}
            below = [Place(_title(each) or each.id, each.id) for each in medicines.get(named.text, ())]
            for place in below:
                if place.entry_id in placed:
                    message = f"“{place.entry_id}” stands below “{named.text}” without being named here"
                    mistakes.append(Mistake(file, named.line, message))
            below.sort(key=lambda place: (place.title.casefold(), place.entry_id))
            yield Place(title_of(named), named.text, (*children, *below))

    return Outline(tuple(places(value, ways=True)))


def _entry(
    draft: Draft,
    drafts: dict[str, Draft],
    references: dict[str, tuple[Reference, str, int]],
    paths: tuple[tuple[str, ...], ...],
    mistakes: list[Mistake],
) -> Entry:
    file, head = draft.file, draft.head
    numbers: dict[str, int] = {}
    for part, line in draft.cited_lines():
        if isinstance(part, Words) and part.link and part.link not in drafts:
            mistakes.append(Mistake(file, line, f"a link leads to “{part.link}”, which is no entry"))
        for reference_id in part.ids if isinstance(part, Cited) else ():
            if reference_id not in references:
                mistakes.append(Mistake(file, line, f"there is no reference “{reference_id}”"))
            elif references[reference_id][0].read == NOT_READ:
                mistakes.append(Mistake(file, line, f"“{reference_id}” was not read and can bear no statement"))
            else:
                numbers.setdefault(reference_id, len(numbers) + 1)

    def resolved(parts: Parts) -> Line:
        return tuple(_inline(part, numbers) for part in parts)

    kind = _kind(head, file, mistakes)
    _check_sections(draft, kind, mistakes)
    if draft.summary and not any(isinstance(part, Cited) for part in draft.summary):
        mistakes.append(Mistake(file, line_of(head, "summary"), "“summary” names no reference"))
    tags = texts_of(head, "tags", file, mistakes)
    for tag in tags:
        if tag.text not in TAGS:
            mistakes.append(Mistake(file, tag.line, f"unknown tag “{tag.text}”; known are {', '.join(TAGS)}"))
    related = texts_of(head, "related", file, mistakes)
    for target in related:
        if target.text not in drafts or target.text == draft.id:
            mistakes.append(Mistake(file, target.line, f"related “{target.text}” is no other entry"))
    further = texts_of(head, "further", file, mistakes)
    for each in further:
        if each.text not in references or references[each.text][0].read != NOT_READ:
            mistakes.append(Mistake(file, each.line, f"“{each.text}” is no reference that was not read"))
    checked = text_of(head, "checked", file, mistakes)
    if checked and not _is_date(checked):
        mistakes.append(Mistake(file, line_of(head, "checked"), f"“{checked}” is no date such as 2026-11-21"))
    return Entry(
        id=draft.id,
        title=text_of(head, "title", file, mistakes),
        kind=kind,
        summary=resolved(draft.summary),
        sections=tuple(
            Section(section.heading, tuple(_block(block, numbers) for block in section.blocks))
            for section in draft.sections
        ),
        references=tuple(references[reference_id][0] for reference_id in numbers),
        checked_on=checked,
        synonyms=tuple(s.text for s in texts_of(head, "synonyms", file, mistakes)),
        tags=tuple(tag.text for tag in tags),
        details=tuple(Detail(label, resolved(parts)) for label, parts, _ in draft.details),
        related=tuple((target, _title(drafts.get(target))) for target in _led_to(related, draft)),
        paths=paths,
        review=text_of(head, "review", file, mistakes) or NOT_REVIEWED,
        further=tuple(references[each.text][0] for each in further if each.text in references),
    )


def _led_to(related: tuple[Scalar, ...], draft: Draft) -> Iterator[str]:
    """Where an entry leads: what its head names, then what its text links to, each once."""
    links = [part.link for part, _ in draft.cited_lines() if isinstance(part, Words) and part.link]
    yield from dict.fromkeys([*(each.text for each in related), *links])


def _title(draft: Draft | None) -> str:
    title = draft.head.get("title") if draft else None
    return title.text if isinstance(title, Scalar) else ""


def _kind(head: Mapping, file: str, mistakes: list[Mistake]) -> Kind:
    text = text_of(head, "kind", file, mistakes)
    if text in tuple(Kind):
        return Kind(text)
    if text:
        mistakes.append(Mistake(file, line_of(head, "kind"), f"unknown kind “{text}”; known are {', '.join(Kind)}"))
    return Kind.TOPIC


def _check_sections(draft: Draft, kind: Kind, mistakes: list[Mistake]) -> None:
    """Headings in the order of their kind; every statement group names a reference."""
    file = draft.file
    if not draft.sections:
        mistakes.append(Mistake(file, draft.line, "the entry has no “## ” section"))
    known = HEADINGS.get(kind)
    position = -1
    seen: set[str] = set()
    for section in draft.sections:
        if section.heading in seen:
            mistakes.append(Mistake(file, section.line, f"“{section.heading}” stands twice"))
        seen.add(section.heading)
        if known and section.heading not in known:
            message = f"a {kind} has no “{section.heading}”; its headings are {', '.join(known)}"
            mistakes.append(Mistake(file, section.line, message))
        elif known:
            if known.index(section.heading) < position:
                mistakes.append(Mistake(file, section.line, f"“{section.heading}” stands after a later heading"))
            position = known.index(section.heading)
        for group in _statement_groups(section.blocks):
            if not any(isinstance(part, Cited) for block in group for part in block.parts()):
                mistakes.append(Mistake(file, group[0].line, "this statement names no reference"))


def _statement_groups(blocks: tuple[DraftBlock, ...]) -> list[list[DraftBlock]]:
    """A paragraph with the lists and tables that follow it."""
    groups: list[list[DraftBlock]] = []
    for block in blocks:
        if groups and block.kind in ("items", "steps", "table"):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _inline(part: Part, numbers: dict[str, int]) -> Inline:
    if isinstance(part, Cited):
        return Citation(tuple(sorted(numbers[i] for i in part.ids if i in numbers)))
    return Run(part.text, part.strong, part.emphasis, part.link)


def _block(block: DraftBlock, numbers: dict[str, int]) -> Block:
    rows = tuple(tuple(tuple(_inline(part, numbers) for part in cell) for cell in row) for row in block.rows)
    match block.kind:
        case "paragraph":
            return Paragraph(rows[0][0])
        case "disagreement":
            return Disagreement(rows[0][0])
        case "items" | "steps" as kind:
            return Items(tuple(row[0] for row in rows), ordered=kind == "steps")
        case _:
            return Table(rows[0], rows[1:])

"""The tables of the content file, and how an entry's text stands in them."""

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, Table, Text

APPLICATION_ID = 0x4E475549
"""Marks the SQLite file as NeutroGUI's (`NGUI`)."""

SCHEMA_VERSION = 3
"""Stands in SQLite's `user_version`; raised whenever a table or the form of a stored text changes."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("synonyms", Text, nullable=False, comment="a JSON list"),
    Column("tags", Text, nullable=False, comment="a JSON list"),
    Column("tall_man", Text, nullable=False),
    Column("body", Text, nullable=False, comment="the rest of the entry as JSON, see store.codec; last, as it is long"),
)

reference = Table(
    "reference",
    metadata,
    Column("id", Text, primary_key=True),
    Column("authors", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("year", Text, nullable=False),
    Column("doi", Text, nullable=False),
    Column("pmid", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("read", Text, nullable=False),
)

citation = Table(
    "citation",
    metadata,
    Column("entry_id", ForeignKey("entry.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("reference_id", ForeignKey("reference.id"), nullable=False),
)

tag = Table(
    "tag",
    metadata,
    Column("entry_id", ForeignKey("entry.id"), primary_key=True),
    Column("answer", Text, primary_key=True),
)

place = Table(
    "place",
    metadata,
    Column("id", Integer, primary_key=True, comment="rises in reading order"),
    Column("parent_id", ForeignKey("place.id")),
    Column("title", Text, nullable=False),
    Column("entry_id", ForeignKey("entry.id")),
)

name = Table(
    "name",
    metadata,
    Column("id", Integer, primary_key=True, comment="the row in name_words and name_trigrams"),
    Column("entry_id", ForeignKey("entry.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("joined", Text, nullable=False, index=True, comment="folded, without the spaces"),
    Column("is_title", Integer, nullable=False),
    Column("weight", Float, nullable=False, comment="how much a search raises the entry over others as fitting"),
)

passage = Table(
    "passage",
    metadata,
    Column("id", Integer, primary_key=True, comment="rises in reading order within an entry"),
    Column("entry_id", ForeignKey("entry.id"), nullable=False, index=True),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
)

FULL_TEXT_TABLES = (
    # Folded words, so that the tokenizer has nothing left to decide; row ids are those of `name`. Tables without
    # content (content='') keep the index alone: of what they find only the row id is asked.
    "CREATE VIRTUAL TABLE name_words USING fts5(words, content='', tokenize='unicode61', prefix='1 2 3')",
    "CREATE VIRTUAL TABLE name_trigrams USING fts5(folded, content='', tokenize='trigram')",
    # Row ids are those of `passage`.
    "CREATE VIRTUAL TABLE passage_words USING fts5(words, tokenize='unicode61', prefix='2 3')",
    # One row an entry; the row id is that of its title in `name`.
    "CREATE VIRTUAL TABLE entry_words"
    " USING fts5(names, summary, body, content='', tokenize='unicode61', prefix='1 2 3')",
)

"""The columns of every table, declared once: name, type, meaning, example, allowed values, and what is made of them.

The names and meanings are a contract with everyone who loads the files; columns are only ever added to the right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from extract.model import (
    Comparator,
    DateBasis,
    DateKind,
    EventType,
    LevelBasis,
    MentionKind,
    Mode,
    PartOfDay,
    Scope,
    Status,
)

ColumnType = Literal["string", "integer", "number", "boolean", "date", "partial_date", "timestamp", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, what a cell means, and whether a cell may be empty.

    `date` is an ISO day; `partial_date` an ISO prefix ("2024", "2024-05", "2024-05-14"); `timestamp` an ISO day or
    time; `list` several strings.
    `vocabulary` lists the only values allowed. `fact`: compared between two versions of the rules; `facet`: indexed,
    and a filter; `searched`: in the full-text index; `shown`: in the report; `width`: in a spreadsheet, in characters.
    """

    name: str
    type: ColumnType
    description: str
    example: str = ""
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    fact: bool = False
    facet: bool = False
    searched: bool = False
    shown: bool = False
    width: int = 16


DISTRICT_TIERS = ("Huyện", "Quận", "Thành phố", "Thị xã")
COMMUNE_TIERS = ("Phường", "Thị trấn", "Xã", "Đặc khu")
LEVELS = ("central", "province", "district", "commune")

ARTICLE_ID = Column(
    "article_id", "string", "The article; stable over runs: a hash of site and canonical address.", "a3f2…", True
)
EVENT_ID = Column("event_id", "string", "The event that this belongs to, empty if to none.", "e91c…")
EVIDENCE = (
    Column("span_start", "integer", "First character of the evidence in articles.text, counted from 0.", "118", True),
    Column("span_end", "integer", "Character after the last of the evidence.", "156", True),
    Column("quote", "string", "The evidence: articles.text[span_start:span_end].", "Sáng ngày 12/3", True, width=60),
    Column("rule", "string", "Name of the rule that found it.", "opening", True),
)

ARTICLES = (
    replace(ARTICLE_ID, shown=True),
    Column(
        "site_id", "string", "The site of the registry that published it.", "muonglay-dienbien", facet=True, shown=True
    ),
    Column(
        "url",
        "string",
        "Canonical address of the article.",
        "https://huulung.langson.gov.vn/node/4711",
        shown=True,
        width=40,
    ),
    Column(
        "title", "string", "Headline as printed.", "HĐND huyện họp kỳ chuyên đề", searched=True, shown=True, width=48
    ),
    Column(
        "lead",
        "string",
        "Opening summary (sapo), where the page sets it apart.",
        "Sáng 14/5, HĐND huyện họp kỳ chuyên đề.",
        width=48,
    ),
    Column("author", "string", "Byline as printed.", "Lường Thương"),
    Column("source", "string", "Where the page says the article comes from.", "Văn phòng HĐND và UBND huyện"),
    Column("section", "string", "Section of the site.", "Tin tức - Sự kiện"),
    Column("published_at", "timestamp", "Publication day or time, ISO 8601.", "2021-02-24T10:33:48+07:00", shown=True),
    Column(
        "published_precision",
        "string",
        "What the page really told of it.",
        "second",
        False,
        ("second", "minute", "hour", "day"),
    ),
    Column(
        "text",
        "string",
        "Canonical text: title, lead, body, captions; one block a line; NFC.",
        "HĐND huyện họp kỳ chuyên đề ⏎ …",
        searched=True,
        width=80,
    ),
    Column("text_sha256", "string", "SHA-256 of text in UTF-8.", "9f86d081884c…", required=True),
    Column("platform", "string", "Content-management family that the page was read as.", "nukeviet4", facet=True),
    Column("fetched_at", "timestamp", "When the page was fetched, UTC.", "2026-11-21T02:14:09+00:00"),
    Column("page_sha256", "string", "SHA-256 of the bytes that the server sent.", "60303ae22b99…"),
    Column("warc_file", "string", "Archive file that holds those bytes.", "huulung-langson-00000.warc.gz"),
    Column("warc_offset", "integer", "Offset of the record in it.", "73912"),
    Column("duplicate_of", "string", "Article of which this is a near-identical repost.", "a77c…"),
    Column(
        "attachments",
        "list",
        "Addresses of the files that the article offers.",
        "https://huulung.langson.gov.vn/kh-54.pdf",
    ),
    Column(
        "topics",
        "list",
        "Words and names that mark the article, the most telling first; only of `sukien extract --topics`.",
        "nông thôn; bản Mường; hợp tác xã",
    ),
)

EVENTS = (
    Column("event_id", "string", "The event; stable over runs.", "e91c…", True, shown=True),
    ARTICLE_ID,
    Column("is_main", "boolean", "Whether the article is mainly about it.", "true", True, fact=True, shown=True),
    Column(
        "type", "string", "Kind of event.", "training", True, get_args(EventType), fact=True, facet=True, shown=True
    ),
    Column(
        "name",
        "string",
        "The event as the article names it.",
        "Hội nghị tập huấn công tác Mặt trận",
        fact=True,
        searched=True,
        shown=True,
        width=36,
    ),
    Column(
        "status",
        "string",
        "Held, announced or cancelled at publication.",
        "held",
        True,
        get_args(Status),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("start_date", "partial_date", "First day.", "2021-02-23", fact=True, shown=True),
    Column("end_date", "partial_date", "Last day; equals start_date for one day.", "2021-02-24", fact=True, shown=True),
    Column("date_precision", "string", "Grain of the dates.", "day", fact=True),
    Column(
        "date_basis",
        "string",
        "Whether the date is printed in full, its year inferred, or taken from the publication.",
        "year_inferred",
        False,
        get_args(DateBasis),
        fact=True,
        shown=True,
    ),
    Column(
        "part_of_day",
        "string",
        "Part of the (first) day.",
        "afternoon",
        False,
        get_args(PartOfDay),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column(
        "mode",
        "string",
        "In a hall, online, or a hall with remote venues.",
        "in_person",
        False,
        get_args(Mode),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("organizers", "list", "Bodies that held it.", "UBND huyện", fact=True, shown=True),
    Column("venue", "string", "Hall, house or square as printed.", "Hội trường UBND huyện", fact=True, shown=True),
    Column("province", "string", "Bare name as called on that day.", "Điện Biên", fact=True, facet=True, shown=True),
    Column("province_code", "string", "Code of the General Statistics Office.", "11", fact=True),
    Column("district", "string", "Bare name as called on that day.", "Mường Lay", fact=True, facet=True, shown=True),
    Column("district_code", "string", "Code of the General Statistics Office.", "095", fact=True, shown=True),
    Column("commune", "string", "Bare name as called on that day.", "Vân Nham", fact=True, shown=True),
    Column("commune_code", "string", "Code of the General Statistics Office.", "06433", fact=True),
    Column("attendees", "integer", "How many attended in all.", "40", fact=True, shown=True),
    Column("attendees_max", "integer", "Upper end, where a range is printed.", "50", fact=True, shown=True),
    Column(
        "attendees_cmp",
        "string",
        "How the count is qualified.",
        "gt",
        False,
        get_args(Comparator),
        fact=True,
        shown=True,
    ),
    Column("attendees_unit", "string", "The counted noun as printed.", "đại biểu", fact=True, shown=True),
    Column("n_officials", "integer", "Named officials of this event.", "2"),
    Column("n_documents", "integer", "Documents cited for it.", "4"),
    Column("url", "string", "Address of the article.", "https://huulung.langson.gov.vn/node/4711", width=40),
    Column("title", "string", "Headline of the article.", "HĐND huyện họp kỳ chuyên đề", searched=True, width=48),
    Column("published_at", "timestamp", "Publication of the article.", "2024-05-15T08:45:00+07:00"),
    Column("confidence", "number", "Probability that the row is right, 0 to 1.", "0.93", shown=True),
    *EVIDENCE,
    Column("district_tier", "string", "Kind of the district on that day.", "Thị xã", False, DISTRICT_TIERS, facet=True),
    Column("commune_tier", "string", "Kind of the commune on that day, where known.", "Xã", False, COMMUNE_TIERS),
    Column(
        "province_code_2025",
        "string",
        "The province that holds the place since 2025-07-01.",
        "11",
        facet=True,
        shown=True,
    ),
    Column("commune_code_2025", "string", "The one commune that holds it since then; empty for several.", "03364"),
    Column(
        "commune_codes_2025",
        "list",
        "All communes that hold the commune since then, or the district where no commune is named; empty if refused.",
        "03364; 03370",
    ),
    Column(
        "country",
        "string",
        "Country in which it was held, where that is not Vietnam; province, district and commune are then empty.",
        "Lào",
        fact=True,
        facet=True,
    ),
    Column(
        "site_id",
        "string",
        "The site of the registry that published the article.",
        "muonglay-dienbien",
        facet=True,
    ),
    Column(
        "start_time",
        "string",
        "Time of day at which it began as HH:MM, where one is printed with its day.",
        "08:00",
    ),
    Column(
        "start_day",
        "date",
        "The day of start_date; the first of its month or year where that is all.",
        "2021-02-23",
    ),
    Column("end_day", "date", "The day of end_date; the last of its month or year where that is all.", "2021-02-24"),
)

OFFICIALS = (
    Column("official_id", "string", "The person in this article; stable over runs.", "o5d1…", True),
    EVENT_ID,
    ARTICLE_ID,
    Column("name", "string", "Name as printed.", "Vũ Duy Luân", True, fact=True, searched=True, width=36),
    Column("honorific", "string", "Honorific as printed.", "đồng chí", fact=True),
    Column(
        "positions",
        "list",
        "Posts and ranks as printed, in their fullest form.",
        "Phó Bí thư Thường trực Thị uỷ; Chủ tịch HĐND thị xã",
        fact=True,
        searched=True,
        width=48,
    ),
    Column("roles", "list", "What the person did.", "attend; speak", fact=True, facet=True),
    Column("participant", "boolean", "False for one who is only mentioned.", "true", fact=True, facet=True),
    Column("organization", "string", "Body of the first post.", "Thị uỷ", fact=True),
    Column("level", "string", "Highest level of the posts.", "district", False, LEVELS, fact=True, facet=True),
    Column("confidence", "number", "Probability that the row is right, 0 to 1.", "0.97"),
    *EVIDENCE,
    Column(
        "site_id",
        "string",
        "The site of the registry that published the article.",
        "muonglay-dienbien",
        facet=True,
    ),
    Column("published_at", "timestamp", "Publication of the article.", "2024-05-15T08:45:00+07:00"),
    Column("start_date", "partial_date", "First day of the event, empty if the person belongs to none.", "2021-02-23"),
    Column("province", "string", "The event's province.", "Điện Biên", facet=True),
    Column("district", "string", "The event's district.", "Mường Lay"),
    Column("commune", "string", "The event's commune.", "Vân Nham"),
)

POSITIONS = (
    Column("official_id", "string", "The person.", "o5d1…", True),
    ARTICLE_ID,
    Column("name", "string", "Name as printed.", "Vũ Duy Luân", fact=True, width=36),
    Column("position", "string", "The post as printed.", "Chủ tịch HĐND thị xã", True, fact=True),
    Column("head", "string", "Office with its modifiers.", "Phó Bí thư Thường trực", fact=True, facet=True),
    Column("body", "string", "Whole name of its body, without the place.", "HĐND", fact=True, facet=True),
    Column("unit", "string", "Tier and name of the body's unit as printed.", "thị xã", fact=True),
    Column("level", "string", "Level of the body.", "district", False, LEVELS, fact=True, facet=True),
    *EVIDENCE,
    Column("head_canonical", "string", "The head in one spelling, abbreviations written out.", "Chủ tịch", fact=True),
    Column(
        "body_canonical",
        "string",
        "The body in one spelling, abbreviations written out; also that of a contracted head (BTHU).",
        "Hội đồng nhân dân",
        fact=True,
        facet=True,
    ),
    Column("unit_code", "string", "Code of the unit (General Statistics Office), where one fits.", "095", fact=True),
    Column(
        "level_basis",
        "string",
        "Where the level is known from: the post's own words, the person's other posts, the article, or the site.",
        "words",
        False,
        get_args(LevelBasis),
        fact=True,
    ),
)

ATTENDANCE = (
    EVENT_ID,
    ARTICLE_ID,
    Column("count", "integer", "How many; the lower end of a range.", "40", True, fact=True),
    Column("count_max", "integer", "Upper end of a range.", "50", fact=True),
    Column(
        "cmp",
        "string",
        "eq; gt (hơn, trên); lt (gần, dưới); approx (khoảng); ge (ít nhất); le (tối đa).",
        "gt",
        True,
        get_args(Comparator),
        fact=True,
        facet=True,
    ),
    Column("unit", "string", "The counted noun as printed.", "đại biểu", fact=True, facet=True),
    Column(
        "scope",
        "string",
        "All who attended, a stated part, or a total over several sessions.",
        "event",
        True,
        get_args(Scope),
        fact=True,
        facet=True,
    ),
    Column("derived", "boolean", "True for a sum; the rules make none.", "false", fact=True),
    *EVIDENCE,
)

DOCUMENTS = (
    Column("citation_id", "string", "The citation; stable over runs.", "c81b…", True),
    ARTICLE_ID,
    EVENT_ID,
    Column("type", "string", "Type word, spelled out.", "Thông tư", True, fact=True, facet=True, searched=True),
    Column("number", "string", "Number as printed.", "01", True, fact=True),
    Column("year", "string", "Year of the number or of issue.", "2021", fact=True, facet=True),
    Column("symbol", "string", "Whole number-and-code without spaces.", "01/2021/TT-BNV", fact=True, searched=True),
    Column(
        "key",
        "string",
        "What identifies the document: type, number, year or term, issuer; cb: a decision, not a rule.",
        "thông tư|1|2021|bộ nội vụ",
        fact=True,
    ),
    Column(
        "issuer",
        "string",
        "Who issued it, as printed or from the code.",
        "Bộ Nội vụ",
        fact=True,
        facet=True,
        searched=True,
    ),
    Column("issued_date", "partial_date", "Its own date.", "2021-01-11", fact=True),
    Column(
        "subject",
        "string",
        "What it is about, as printed.",
        "sắp xếp đơn vị hành chính cấp xã",
        fact=True,
        searched=True,
    ),
    Column("provision", "string", "Point, clause and article cited.", "khoản 2 Điều 5", fact=True),
    *EVIDENCE,
    Column("issued_day", "date", "The day of issued_date, where it is a whole day.", "2021-01-11"),
)

DATES = (
    ARTICLE_ID,
    EVENT_ID,
    Column("kind", "string", "What it is the date of.", "event", True, get_args(DateKind), fact=True, facet=True),
    Column("start_date", "partial_date", "First day.", "2021-02-23", fact=True),
    Column("end_date", "partial_date", "Last day.", "2021-02-24", fact=True),
    Column(
        "precision", "string", "Grain: day, month, quarter, half, year or vague.", "day", True, fact=True, facet=True
    ),
    Column("part_of_day", "string", "Part of the day.", "morning", False, get_args(PartOfDay), fact=True),
    Column(
        "basis",
        "string",
        "Printed in full, year inferred, or from the publication.",
        "explicit",
        True,
        get_args(DateBasis),
        fact=True,
        facet=True,
    ),
    *EVIDENCE,
    Column("clock", "string", "Time of day as HH:MM.", "08:00", fact=True),
    Column("start_day", "date", "The day of start_date; the first of its period where that is all.", "2021-02-23"),
    Column("end_day", "date", "The day of end_date; the last of its period where that is all.", "2021-02-24"),
)

REJECTIONS = (
    ARTICLE_ID,
    Column("kind", "string", "What it was taken for.", "date", True, get_args(MentionKind), facet=True),
    Column("reason", "string", "Why it was refused, in a word.", "fraction", True, facet=True),
    *EVIDENCE,
)

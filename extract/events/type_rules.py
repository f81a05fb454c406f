"""Rules by which the words around a trigger change the type of its own words (data/gold/ANNOTATION.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from extract.events.triggers import EventTrigger
from extract.results import EventType
from extract.text.patterns import WordPattern, whole_words

_pattern = partial(whole_words, "events", "kinds")


# Gifts handed over on the occasion itself: "Dịp này, lãnh đạo xã đã trao 40 phần quà".
_GIFTS = WordPattern("events", r"(?<!\w){kinds.on_the_occasion}(?!\w)[^.;]{0,200}?(?<!\w){kinds.gifts}(?!\w)")
# Announcements of decisions about staff: "triển khai quyết định của Bộ Chính trị về công tác cán bộ".
_STAFF = WordPattern(
    "events", r"(?<!\w){kinds.making_known}\s+{kinds.decisions}(?!\w)[^.;,|]{0,60}?(?<!\w){kinds.of_staff}(?!\w)"
)


# Something is handed over, which "trao đổi" does not tell of.
_HANDING = WordPattern("events", r"(?<!\w){kinds.handing}(?!\w)(?!\s{kinds.no_handing}(?!\w))")
# An inspection that is only asked for: "yêu cầu kiểm tra tiến độ".
_ASKED = WordPattern("events", r"(?<!\w){kinds.asked}\s(?:[^\s.;,|]+\s){0,6}{kinds.inspections}(?!\w)")
# A visit on which something is inspected.
_VISITS_TO_INSPECT = WordPattern(
    "events", r"(?<!\w){kinds.visiting}(?:,|\s?,?\s{grammar/and})\s{kinds.inspections}(?!\w)"
)
# Something handed over to somebody, anywhere in the report.
_GIVEN = WordPattern("events", r"(?<!\w){kinds.handing}\s(?:[^\s.;]+\s){0,4}{kinds.goods}(?!\w)")


@dataclass(frozen=True, slots=True)
class TypeContext:
    """The report of an event: its type so far, its title and sentence, its item of the news (all folded), the triggers
    in title and sentence."""

    kind: EventType
    near: str
    text: str
    triggers: Sequence[EventTrigger]

    @property
    def title(self) -> str:
        """The title, folded."""
        return self.near.split(" | ")[0]

    def names(self, kind: EventType) -> bool:
        """Whether title or sentence name an event of the type, even as a topic."""
        return any(trigger.type == kind for trigger in self.triggers)

    @property
    def inspects(self) -> bool:
        """Whether title or sentence name an inspection that is not only asked for."""
        asked = sum(1 for _ in _ASKED.finditer(self.near))
        return sum(trigger.type == "inspection" for trigger in self.triggers) > asked


@dataclass(frozen=True, slots=True)
class TypeRule:
    """A rule: the types to which it applies, its condition, the type that it yields; texts that match, and that do
    not."""

    name: str
    of: tuple[EventType, ...]
    holds: Callable[[TypeContext], object]
    yields: EventType
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()


TYPE_RULES = (
    TypeRule(
        "session_of_an_inspection",
        ("meeting", "visit"),
        lambda report: _pattern("working").search(report.near) and report.inspects,
        "inspection",
        (
            "Ngày 9/8, đoàn của Sở Y tế đã kiểm tra các trạm y tế và có buổi làm việc với UBND huyện.",
            "Chiều 14/5, Ban Dân tộc có buổi làm việc với huyện về giám sát chính sách nhà ở.",
            "Sáng 3/4, Chủ tịch UBND tỉnh thăm và làm việc tại nhà máy, kiểm tra tiến độ sản xuất.",
        ),
        (
            "Sáng 3/4, Sở Y tế có buổi làm việc với UBND huyện về xây dựng trạm y tế.",
            "Sáng 3/4, tại buổi làm việc với Sở Y tế, ông Lò Văn An yêu cầu kiểm tra các trạm y tế.",
        ),
    ),
    TypeRule(
        "inspection_on_a_visit",
        ("visit",),
        lambda report: _VISITS_TO_INSPECT.search(report.near),
        "inspection",
        (
            "Chiều 11/10, Phó Chủ tịch UBND tỉnh đã đến thăm, kiểm tra công tác khám chữa bệnh tại trạm y tế.",
            "Sáng 3/4, Bí thư Huyện ủy thăm và kiểm tra tiến độ làm đường.",
        ),
        (
            "Chiều 11/10, Phó Chủ tịch UBND tỉnh đã đến thăm, chúc Tết các trạm y tế.",
            "Sáng 3/4, Bí thư Huyện ủy thăm hộ nghèo; Sở Y tế kiểm tra trạm y tế.",
        ),
    ),
    TypeRule(
        "visit_with_reports",
        ("visit",),
        lambda report: _pattern("visit_and_work").search(report.near) and _pattern("reports").search(report.text),
        "meeting",
        ("Ngày 4/4, Bộ trưởng đã thăm và làm việc tại tỉnh. Theo báo cáo tại buổi làm việc, sản xuất tăng 5%.",),
        ("Ngày 4/4, Bộ trưởng đã thăm và làm việc tại tỉnh. Bộ trưởng tặng 10 suất quà.",),
    ),
    TypeRule(
        "gathering_with_gifts",
        ("other",),
        lambda report: _HANDING.search(report.near) or _GIFTS.search(report.text),
        "ceremony",
        (
            "Sáng 24/7, UBND xã tổ chức họp mặt gia đình liệt sĩ. Dịp này, xã đã trao 40 phần quà cho các gia đình.",
            "Chiều 24/7, Hội Cựu chiến binh xã tổ chức gặp mặt, trao quà cho hội viên.",
        ),
        (
            "Sáng 24/7, UBND xã tổ chức họp mặt gia đình liệt sĩ.",
            "Sáng 24/7, UBND xã tổ chức họp mặt doanh nghiệp. Trong năm, các doanh nghiệp đã tặng 300 phần quà.",
        ),
    ),
    TypeRule(
        "gifts_at_a_gathering",
        ("visit",),
        lambda report: _pattern("met_at").search(report.text) and _GIVEN.search(report.text),
        "ceremony",
        ("Chúc Tết sum vầy. Tại buổi họp mặt, Chủ tịch huyện đã trao 20 phần quà cho công nhân.",),
        (
            "Chúc Tết sum vầy. Tại buổi họp mặt, Chủ tịch huyện chúc Tết công nhân.",
            "Sáng 4/2, lãnh đạo huyện đến thăm, chúc Tết, trao 20 phần quà cho các hộ nghèo.",
        ),
    ),
    TypeRule(
        "wishes_at_a_gathering",
        ("visit",),
        lambda report: _pattern("met_at").search(report.text),
        "other",
        ("Chúc Tết sum vầy. Tại buổi họp mặt, Chủ tịch huyện chúc Tết công nhân.",),
        ("Sáng 4/2, lãnh đạo huyện đến thăm, chúc Tết công nhân.",),
    ),
    TypeRule(
        "encounter_with_gifts",
        ("meeting",),
        lambda report: _pattern("encounters").search(report.near) and _HANDING.search(report.near),
        "ceremony",
        ("Ngày 9/6, UBND huyện tổ chức buổi gặp gỡ, trao thưởng cho học sinh giỏi.",),
        (
            "Ngày 9/6, UBND huyện tổ chức buổi gặp gỡ các doanh nghiệp.",
            "Ngày 9/6, UBND huyện tổ chức buổi gặp gỡ, trao đổi với các doanh nghiệp.",
            "Ngày 9/6, UBND huyện tổ chức cuộc họp xét trao thưởng học sinh giỏi.",
        ),
    ),
    TypeRule(
        "decisions_about_staff",
        ("conference",),
        lambda report: _STAFF.search(report.near),
        "ceremony",
        (
            "Sáng 6/7, Tỉnh ủy tổ chức hội nghị triển khai quyết định của Ban Bí thư về công tác cán bộ.",
            "Chiều 6/7, Huyện ủy tổ chức hội nghị công bố các quyết định điều động, bổ nhiệm cán bộ.",
        ),
        (
            "Chiều 6/7, Huyện ủy tổ chức hội nghị triển khai quyết định về công tác văn thư.",
            "Chiều 6/7, Huyện ủy tổ chức hội nghị tổng kết công tác cán bộ.",
        ),
    ),
    TypeRule(
        "rite_of_a_festival",
        ("ceremony",),
        lambda report: _pattern("of_rites").search(report.title) and report.names("festival"),
        "festival",
        ("Sáng 4/4, tại lễ hội Cầu ngư, xã đã diễn ra lễ rước kiệu.",),
        ("Sáng 4/4, xã tổ chức lễ rước kiệu.",),
    ),
    TypeRule(
        "session_of_another_body",
        ("council_session",),
        lambda report: _pattern("other_sessions").search(report.near) and not _pattern("councils").search(report.near),
        "meeting",
        ("Từ ngày 4 đến 6/4, Ủy ban Kiểm tra Tỉnh ủy đã họp kỳ họp thứ 30 và xem xét 5 nội dung.",),
        (
            "Sáng 4/4, HĐND tỉnh khai mạc kỳ họp thứ 30.",
            "Sáng 4/4, HĐND tỉnh khai mạc kỳ họp; Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy dự.",
        ),
    ),
    TypeRule(
        "gifts_brought",
        ("ceremony",),
        lambda report: _pattern("homes").search(report.text) and not _pattern("gatherings").search(report.text),
        "visit",
        ("Chiều 9/2, Chủ tịch huyện trao tặng sổ tiết kiệm cho 2 cháu mồ côi. Đến thăm các gia đình, ông chúc tết.",),
        ("Chiều 9/2, UBND huyện tổ chức lễ trao tặng nhà tình nghĩa. Đến thăm các gia đình, ông chúc tết.",),
    ),
)

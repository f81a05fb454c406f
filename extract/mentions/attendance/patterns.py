"""Patterns of the words around a count, for folded text; those of one word list are made where they are used."""

from __future__ import annotations

from functools import partial

from extract.text.patterns import WordPattern

_Pattern = partial(WordPattern, "attendance")

# The end of a clause before a count; a colon after "có" does not end it.
CLAUSE_END = _Pattern(r";\s|{context.before_colon:unless}:\s")

# Right before a count: those counted are represented by others.
REPRESENTATIVES = _Pattern(r"{context.representatives} $")

# What happened to these people, right after them; "được chia thành 2 lớp" is of the event itself.
STATUS = _Pattern(r"\s*(?:{context.just}\s+)?{against.after}(?!\w)(?!\s+{against.after_but})")

# A word of attending before the count.
ATTENDING = _Pattern(r"(?<!\w){attend.before}(?!\w)(?!\s+{attend.not_events}(?!\w))[^.]{0,75}$")

# A sentence that begins with who attended.
ATTENDEE_LIST = _Pattern(
    r"(?:[^.,;]{0,20},\s)?[^.,;]{0,40}(?<!\w){attend.lists}(?!\w)(?!\s+{attend.halves}(?!\w))"
)

# A sentence that continues with who attended: "… tổ chức hội nghị với sự tham dự của A; B và", "…, tham dự có A; B và".
PRESENCE = _Pattern(
    r"""
    (?<!\w)(?:{attend.presence}
       |{attend.lists}(?!\w)(?!\s+{attend.halves}(?!\w))[^.,;]{0,40}(?<!\w){context.has})
    (?!\w)[^.]*$
    """
)

# A word of attending after the count.
COMING = _Pattern(r"(?<!\w){attend.after}(?!\w)(?!\s+{attend.not_events}(?!\w))")

# An occasion that has, or gathers, so many; teams may be between: "với 14 đội và 168 vận động viên".
OCCASION = _Pattern(
    r"""
    (?<!\w){context.at_other_times:unless_apart}{occasions.nouns}(?!\w)(?!\s+{occasions.others}(?!\w))
    (?:(?:(?!(?<!\w){context.says}(?!\w))[^.;]){0,140}(?<!\w){context.before_links:unless_apart}{occasions.links}
       (?:\s+\d+(?:\s+[^\W\d]+){1,3}(?:\s+{context.also}|,)(?:\s+{context.beside})?)?
    )?\s*$
    """
)

# At how many places or how often something was done, which sums up: "tại 33 điểm với 1.940 cử tri".
TALLY = _Pattern(
    r"""
    (?<!\w){context.tally_done}(?:[ ]{context.achieved})?\s+(?:{hedges.gt+hedges.lt+hedges.approx}\s+)?\d[\d.]*
    \s+{context.tallied}(?!\s{context.tally_of_one})(?!\w)[^.;]{0,80}$
    """
)

# Several occasions that drew so many together: "các buổi nói chuyện thời sự thu hút".
MANY_TIMES = _Pattern(
    r"(?<!\w){context.many_times}\s{context.many_of}(?!\w)[^.;]{0,120}(?<!\w){against.programme_draws}\s*$"
)

# A period that is summed up; "lớn nhất từ trước đến nay" is a comparison, not a sum.
PERIODS = _Pattern(r"(?<!\w){context.comparing:unless_apart}{against.periods}(?!\w)")

# A year right after a word of attending: "31.000 thí sinh dự thi năm 2013", "tham gia hồi tháng 5/2016".
YEAR_OF_COMING = _Pattern(
    r"""
    (?:[^.,;:]{0,40}\s)?{attend.after}\s+(?:{context.at_time}\s+)?
    (?:{context.year}\s+|{context.month}\s*\d\d?[/-])(?P<year>(?:19|20)\d\d)(?!\d)
    """
)

# An occasion of another year, up to the count: "Hội thi năm 2019 thu hút".
YEAR_OF_OCCASION = _Pattern(
    r"(?<!\w){occasions.nouns}\s+{context.year}\s+(?P<year>(?:19|20)\d\d)(?!\d)[^.;]*$"
)

# The year in which an occasion was held for the first time: "diễn ra lần đầu tiên vào năm 2018, thu hút".
YEAR_OF_FIRST = _Pattern(
    r"(?<!\w){context.first_time}\s+(?:{context.at_time}\s+)?{context.year}\s+(?P<year>(?:19|20)\d\d)(?!\d)[^.;]*$"
)

# How many pupils a class at school has: "lớp có 35 học sinh", "lớp 1 với hơn 11.000 em".
SCHOOL_CLASS = _Pattern(
    r"""
    (?<!\w){against.classes}(?:(?:\s\d+\w?)?(?:\s{context.consisting})?
       |\s\d\d?(?:/\d\d?|\w\d?)?(?!\w)[^.;:]{0,60}\s{context.consisting}
    )\s*$
    """
)

# Recruits of the year, after a unit that has so many: "xã có [17 thanh niên] ưu tú lên đường nhập ngũ".
RECRUITS = _Pattern(r"(?:\s+[^\W\d]+){0,3}?\s+{against.enlist}(?!\w)")

# So many bodies with their members: "có 194 hợp tác xã với".
BODIES = _Pattern(r"(?<!\w)\d[\d.]*\s+{against.enrolled_in}(?!\w)[^.;,]{0,60}(?<!\w){context.beside}\s*$")

# A unit that has so many: ", tỉnh Lạng Sơn có 900 thí sinh".
UNIT_HAS = _Pattern(
    r"""
    (?:^|[,:(]\s)(?:{context.whole}\s)?{places/tiers.own+context.units}(?:\s[^\s,.;]+){1,4}?
    \s(?:{context.already}\s)?{context.has}\s*$
    """
)

# An area that has so many: "trên địa bàn quận hiện có", "cả nước có".
AREA_HAS = _Pattern(
    r"(?<!\w){context.area}(?:\s[^\s,.;]+){0,5}?\s(?:{context.already}\s)?{context.has}\s*$"
)

# A programme that draws so many: "chiến dịch năm nay thu hút sự tham gia của"; not its launch: "lễ ra quân chiến dịch".
PROGRAMME = _Pattern(
    r"""
    ^(?:(?!(?<!\w){occasions.nouns}(?!\w))[^.;]){0,80}?(?<!\w){against.programmes}(?!\w)[^.;]{0,80}
    (?<!\w){against.programme_draws}\s*$
    """
)

# Words for the number of attendees, up to the number: "số lượng đại biểu năm nay dự kiến vào".
NUMBERED = _Pattern(r"(?<!\w){occasions.numbered}(?!\w)[^.;,]{0,50}$")

# A sentence of another occasion: "Trước đó, …", "Sáng cùng ngày, …".
ELSEWHERE = _Pattern(r"^[^\w]*{against.elsewhere}(?!\w)")

# A sentence of another occasion on a later day: "ngày 22/4 tới, Bộ Y tế sẽ tổ chức".
TO_COME = _Pattern(
    r"""
    (?:(?<!\d)\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?\s{against.coming}|^[^\w]*{against.coming})(?!\w)
    [^;]{0,60}?(?<!\w){against.to_be_held}(?!\w)
    """
)

# A sentence of what came of the work before it, and how many occasions there were: "tổ chức 144 cuộc … Kết quả có".
RESULT = _Pattern(r"^[^\w]*{against.results}(?!\w)")
OCCASIONS = _Pattern(r"(?<!\w)(?!0?1\s)\d[\d.]*\s+{context.tallied}(?!\s{context.tally_of_one})(?!\w)")

# A year or a term at the beginning of a clause, or the whole unit: what follows was counted over it.
IN_YEAR = _Pattern(
    r"""
    (?:(?:^|[:;,]\s|\(|(?<!\w){context.within}[ ]){context.year}[ ](?:1[89]|20)\d\d
       (?:,|[ ]{context.year_goes_on}(?!\w)))
    |(?:^(?:{context.within}[ ])?{context.term}[ ]\d{4})
    """
)
WHOLE_UNIT = _Pattern(
    r"(?:^|[:;,]\s){context.whole}[ ]{context.units_summed_up}[ ]{context.already+context.has}(?!\w)"
)

# A sentence that begins with the day or the gathering and continues with the count: "Sáng 20/5, 200 học sinh …".
SUBJECT = _Pattern(
    r"""
    ^(?!{joined.among}(?!\w))(?:\d\d?{context.hours}\d*[ ])?
    (?:{occasions.opened_by}|{context.at}[ ](?:{context.counters}[ ])?{occasions.nouns})(?!\w)
    (?:[^.;]|(?<=\d)\.(?=\d)){0,80}(?:,|\d)\s*$
    """
)

# A body that was chosen or set up, up to the number of its members; not one that is quoted: "Theo Ban Tổ chức, có …".
COMMITTEE = _Pattern(
    r"(?<!\w){against.committees}(?!\w)(?!,|\s+{context.informs}(?!\w))[^.;]*{context.consisting}\s*$"
)

# Delegates who were chosen for something that the sentence names at length: "bầu đoàn đại biểu dự … gồm".
ELECTED = _Pattern(r"(?<!\w){context.elects}(?!\w| {context.at_the_ballot})[^.;]*{context.elected_are}\s*$")

# What was done to the people counted after it: they were chosen, helped, honoured, taught a trade.
RECIPIENTS = _Pattern(
    r"""
    (?<!\w){context.making_nouns:unless_apart}
    (?:{against.before}|{against.objects}(?![^.;,]*\s{context.for_whom}\s))(?!\w)
    (?!\s+{context.at_the_ballot}(?!\w))[^.;,]{0,25}$
    """
)

# What was handed to people before the count.
HANDED = _Pattern(r"(?<!\w){against.handed}(?!\w)(?!\s+{against.handed_not}(?!\w))")

# What was given to those counted, whatever they are: "14 đồng chí đảng viên được trao tặng huy hiệu".
GIVEN = _Pattern(r"(?:,?\s+\w+){0,8}?\s+(?P<given>{against.given})(?!\w)")

# Abbreviations whose dot ends no clause: "TP. HCM".
ABBREVIATED = _Pattern(r"(?<!\w)({context.abbreviated})\.")

# Conjunctions between a count and something before it.
JOINED = _Pattern(r"(?:,|(?<!\w){joined.words})\s*$")

"""The clause before a verb of holding an event, reduced to what names its subject."""

from __future__ import annotations

import pytest

from extract.events.subject_clauses import subject_proper, without_members


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("Sáng 9/5, Sở Y tế (SYT)", "Sáng 9/5, Sở Y tế"),
        ("BBB - Sáng 9/5, Sở Y tế", "Sáng 9/5, Sở Y tế"),  # the initials of a newspaper
        ("Hội nghị về thuế do Sở Tài chính và Sở Y tế", "Sở Tài chính và Sở Y tế"),
        ("Đoàn do Sở Y tế dẫn đầu", "Đoàn do Sở Y tế dẫn đầu"),  # no gathering
        # what is told: by whom, of whom, and with whom
        ("Sở Y tế cho biết UBND tỉnh", "UBND tỉnh"),
        ("Sở Y tế cho biết ngày 9/5 tới", "Sở Y tế "),
        ("Sở Y tế cho biết vừa phối hợp Sở Tư pháp", "Sở Y tế  vừa phối hợp Sở Tư pháp"),
    ],
)
def test_what_names_the_subject(clause: str, subject: str) -> None:
    assert subject_proper(clause) == subject


@pytest.mark.parametrize(
    ("subject", "kept"),
    [
        ("Đoàn công tác do ông An dẫn đầu", "Đoàn công tác"),
        ("Cụm số 3 gồm huyện Sìn Hồ, huyện Ba Bể", "Cụm số 3"),
        ("các đơn vị gồm Huyện đoàn, Hội Nông dân", "các đơn vị gồm Huyện đoàn, Hội Nông dân"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_who_makes_up_or_leads_a_body_is_left_out(subject: str, kept: str) -> None:
    assert without_members(subject) == kept

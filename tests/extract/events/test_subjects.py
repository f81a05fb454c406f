"""The bodies in the subject of a sentence, cut off before its verb."""

from __future__ import annotations

import pytest

from extract.events.subjects import bodies_in, is_delegation


@pytest.mark.parametrize(
    ("subject", "bodies"),
    [
        ("Sáng 9/5, Sở Tư pháp", ("Sở Tư pháp",)),
        ("Chiều 9/5, Huyện đoàn và Hội Chữ thập đỏ huyện", ("Huyện đoàn", "Hội Chữ thập đỏ huyện")),
        ("Nhân dịp năm mới, Sở Lao động, Thương binh và Xã hội", ("Sở Lao động, Thương binh và Xã hội",)),
        ("Sáng 9/5, tại thị trấn Mẫu, huyện Sìn Hồ, Sở Y tế", ("Sở Y tế",)),
        ("Sáng 9/5, Hội Phụ nữ xã (khóa VII)", ("Hội Phụ nữ xã",)),
        ("Sáng 9/5, Kiểm toán Nhà nước khu vực XIII", ("Kiểm toán Nhà nước khu vực XIII",)),
        # what is told by somebody
        ("Sở Văn hóa và Thể thao cho biết thủ đô Hà Nội", ()),
        ("Sở Y tế cho biết ngày 25-10 tới", ("Sở Y tế",)),
        ("Sở Y tế cho biết UBND tỉnh", ("UBND tỉnh",)),
        ("Công an huyện Ba Bể cho biết vừa phối hợp UBND xã Nà Mẫu", ("Công an huyện Ba Bể", "UBND xã Nà Mẫu")),
        ("Sáng 9/5, ông An, Giám đốc Sở Y tế, cho biết", ()),
        # where a name ends, and what is none
        ("Tối 9/5, Đội Quản lý thị trường số 2 cùng lực lượng liên ngành bất ngờ", ("Đội Quản lý thị trường số 2",)),
        ("Sáng 9/5, Sở Y tế và một số đơn vị liên quan khẩn trương", ("Sở Y tế",)),
        ("Sáng 9/5, Cục Hàng không, Bộ Thông tin và Truyền thông", ("Cục Hàng không", "Bộ Thông tin và Truyền thông")),
        ("Sáng 9/5, Đài Tiếng nói Việt Nam", ("Đài Tiếng nói Việt Nam",)),
        ("Báo Ba Bể đưa tin tỉnh không muốn", ()),
        ("Thành phố này", ()),
        ("sáng cùng ngày, đơn vị", ()),
        # those by whom a gathering is held; a unit that only locates the body in the prose before it
        ("Hội nghị về thuế - hải quan do Bộ Tài chính và Sở Tư pháp", ("Bộ Tài chính", "Sở Tư pháp")),
        ("Ngày 9/5, nhiều người kể chuyện Hội Nông dân xã Nà Mẫu, huyện Ba Bể", ("Hội Nông dân xã Nà Mẫu",)),
        ("Sáng 9/5, người dân thôn Đông, xã Nà Mẫu, huyện Ba Bể", ()),
        # those who make up a body; several bodies that are listed
        ("Sáng 9/5, Cụm thi đua số 3 gồm huyện Sìn Hồ, thị xã Mường Lay và huyện Ba Bể", ("Cụm thi đua số 3",)),
        ("Sáng 9/5, các đơn vị gồm Huyện đoàn và Hội Nông dân huyện", ("Hội Nông dân huyện",)),
        # a unit right after its day
        ("chiều ngày 23.7 xã Nà Mẫu", ("xã Nà Mẫu",)),
        ("Sáng 9/5, Chủ tịch UBND huyện", ()),
        ("Sáng 9/5, ông Mè Văn Toàn", ()),
        ("Sáng 9/5", ()),
        ("", ()),
    ],
)
def test_the_bodies_of_a_subject(subject: str, bodies: tuple[str, ...]) -> None:
    assert bodies_in(subject) == bodies


@pytest.mark.parametrize(
    ("subject", "firm"),
    [
        ("Sáng 9/5, BIDV Nà Mẫu", ("BIDV Nà Mẫu",)),
        ("Sáng 9/5, Mè Văn Toàn", ()),  # a person
        ("Sáng 9/5, bà con", ()),
    ],
)
def test_a_firm_is_read_only_where_one_may_hold_the_event(subject: str, firm: tuple[str, ...]) -> None:
    assert bodies_in(subject, firms=True) == firm
    assert bodies_in(subject) == ()


@pytest.mark.parametrize(
    ("subject", "bodies"),
    [
        ("Sáng 9/5, Agribank Ba Bể và Hội Nông dân huyện", ("Agribank Ba Bể", "Hội Nông dân huyện")),
        ("Sáng 9/5, tại xã Nà Mẫu, huyện Ba Bể, Prudential và Tỉnh đoàn", ("Prudential", "Tỉnh đoàn")),
        ("Sáng 9/5, Plan tại Việt Nam và Sở Y tế", ("Plan tại Việt Nam", "Sở Y tế")),
        ("Sáng 9/5, Hội Nông dân huyện phối hợp với Agribank Ba Bể", ("Hội Nông dân huyện", "Agribank Ba Bể")),
        # persons, and people who have no name
        ("Sáng 9/5, Mè Văn Toàn và Hội Nông dân huyện", ("Hội Nông dân huyện",)),
        ("Sáng 9/5, Hội Nông dân huyện phối hợp với gia đình bà Mai", ("Hội Nông dân huyện",)),
        ("Sáng 9/5, Hội Nông dân huyện phối hợp với Nguyễn Văn Toàn", ("Hội Nông dân huyện",)),
    ],
)
def test_a_firm_that_is_joined_to_a_body_holds_the_event_too(subject: str, bodies: tuple[str, ...]) -> None:
    assert bodies_in(subject, firms=True) == bodies


@pytest.mark.parametrize(
    ("body", "delegation"),
    [
        ("Đoàn công tác của Bộ Y tế", True),
        ("Đoàn giám sát HĐND tỉnh", True),
        ("Đoàn xã Nà Mẫu", False),
        ("Sở Y tế", False),
    ],
)
def test_delegations(body: str, delegation: bool) -> None:
    assert is_delegation(body) is delegation

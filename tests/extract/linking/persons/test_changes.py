"""What the words around a post say of it: given, left, held at some earlier time."""

from __future__ import annotations

from datetime import date

import pytest

from extract.linking.persons.changes import (
    PostChange,
    change_at,
    is_abroad,
    is_elsewhere,
    is_review,
    points_back,
)


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("Kỳ họp bầu đồng chí Lò Văn Tấn giữ chức ", "gained"),
        ("Công bố quyết định bổ nhiệm ông Lò Văn Tấn giữ chức vụ ", "gained"),
        ("HĐND huyện miễn nhiệm chức danh ", "lost"),
        ("Ông Lò Văn Tấn thôi giữ chức ", "lost"),
        ("Ông Lò Văn Tấn tiếp tục giữ chức ", None),
        ("Ông từng giữ chức ", "once"),
        ("Ông trải qua các chức vụ: ", "once"),
        ("Đồng chí Lò Văn Tấn tiếp tục được bầu làm ", None),
        ("Sáng cùng ngày, tân ", "gained"),
        ("Dự lễ có ông Quàng Văn Tân, ", None),
        ("Kỳ họp miễn nhiệm một ủy viên. Phát biểu có ông Lò Văn Tấn, ", None),
        ("Dự hội nghị có đồng chí ", None),
        ("Ông từng giữ các chức vụ Bí thư Huyện đoàn, Phó Giám đốc Sở Tài nguyên và Môi trường, ", "once"),
        ("Ông từng làm Bí thư Huyện đoàn, hiện là Phó Bí thư Huyện ủy, ", None),
        ("Tháng 6/1997, ông được bổ nhiệm làm ", "once"),
        ("Từ năm 2001 ông là ", "once"),
        ("Đến tháng 3/2018 thì ông thôi giữ chức ", "once"),
        ("Ông công tác ở Bản Sen trước khi được bổ nhiệm làm ", "once"),
        ("Sai phạm xảy ra trong thời gian ông giữ chức ", "once"),
        ("Sai phạm của ông Tấn trong thời gian giữ chức vụ ", None),
        ("Hội nghị giới thiệu ông Lò Văn Tấn để bầu làm ", None),
        ("Kỳ họp sẽ xem xét miễn nhiệm chức vụ ", None),
        ("Anh được quy hoạch làm ", "once"),
        ("Ông Tấn, công tác ở Sở Tài nguyên, ", None),
        ("Ông Mè Văn Toàn tiếp tục được bầu làm Bí thư Huyện ủy, ông Lò Văn Tấn được bầu làm ", "gained"),
        ("Bà Cà Thị Mai tái cử Bí thư; các đồng chí Lò Văn Tấn, Mè Văn Toàn được bầu giữ chức ", "gained"),
        ("Xét đề nghị của Sở Nội vụ, ông Lò Văn Tấn giữ chức ", "gained"),
        ("Ông Lò Văn Tấn được trúng cử vào vị trí ", "gained"),
        ("Tân ", "gained"),
        ("Trước khi được bầu giữ chức Bí thư Huyện ủy, ông Lò Văn Tấn là ", "left"),
        ("Trước khi được bầu giữ chức Bí thư Huyện ủy, ông từng là ", "once"),
        ("Năm 2006, ông về Mường Vạc rồi giữ chức ", "once"),
        ("Từ năm 1996-2006 bà Mai được bổ nhiệm làm ", "once"),
        ("Ông Lò Văn Tấn sinh năm 1971 tại Mường Vạc, được bổ nhiệm làm ", "once"),
        ("Ông Lò Văn Tấn (sinh năm 1971) được bổ nhiệm làm ", "gained"),
        ("Tiếp đó, ông được phân công giữ chức ", "once"),
        ("Ông Tấn nhận hoa khi giữ cương vị ", None),
        ("Trong thời gian giữ vị trí ", None),
        ("Đại hội đã bầu ông Lò Văn Tấn (45 tuổi) làm ", "gained"),
        ("Đại hội giới thiệu để bầu ông Lò Văn Tấn làm ", None),
        ("Ông Lò Văn Tấn làm ", None),
        ("Sau cố Đại tá Mè Văn Toàn, ", "once"),
        ("Khắc phục sự cố tràn đập có ông Lò Văn Tấn, ", None),
        ("Ông Tấn (thời điểm chuyến đi giữ chức ", "once"),
        ("32 ngày sau, ông được chuyển về giữ chức ", "once"),
        ("Một tháng sau, ông được bầu làm ", "once"),
        ("Hồi tháng 1/2016, ông được bổ nhiệm làm ", "once"),
        ("Được biết, năm 2011, ông được bổ nhiệm giữ chức ", "once"),
        ("Kiểm tra việc thực hiện kế hoạch năm 2011 và bầu ông Tấn làm ", "gained"),
        ("Ông Tấn đã giữ chức vụ ", "once"),
        ("Ông Tấn hiện chỉ còn giữ chức ", None),
        ("Huyện ủy có sai phạm khi bổ nhiệm bà Mai giữ chức ", "once"),
        ("Hội nghị về công tác cán bộ\nBà Cà Thị Mai được bầu làm ", "gained"),
        ("Năm 2011 mưa lớn\nBà Cà Thị Mai được bầu làm ", "gained"),
        ("Hội đồng có thư mời họp với nội dung bầu ông Lò Văn Tấn làm ", None),
        ("Năm thành viên triệu tập họp để miễn nhiệm chức ", None),
        ("Ban Tổ chức Tỉnh ủy đề nghị tạm dừng bầu chức danh ", None),
        ("Đúng một năm trước đó, HĐND huyện miễn nhiệm chức danh ", "once"),
        ("Bà Mai trong một thời gian rất ngắn được bổ nhiệm làm ", "once"),
        ("Tốt nghiệp đại học, ông về Viện Mắc ca, được bầu làm ", "once"),
        ("Trước khi về Mường Vạc, ông Tấn là ", "once"),
        ("Trước khi giữ chức vụ mới, ông Tấn làm ", "left"),
        ("Hiện ông Tấn còn là ", "kept"),
        ("Ông Lò Văn Tấn hiện là ", None),
        ("Ông Tấn công bố quyết định về việc điều động, bổ nhiệm cán bộ giữ chức vụ ", None),
    ],
)
def test_what_an_article_says_of_a_post(before: str, change: PostChange | None) -> None:
    text = before + "Chủ tịch UBND huyện"
    assert change_at(text, len(before)) == change


@pytest.mark.parametrize(
    ("printed", "change"),
    [("12/5/2023", "gained"), ("30-12-2022", "gained"), ("1/7/2015", "once"), ("31/2/2015", "gained")],
)
def test_what_is_told_of_a_day_long_before_the_publication_was_earlier(printed: str, change: PostChange) -> None:
    before = f"Ngày {printed}, HĐND huyện bầu ông Lò Văn Tấn giữ chức "
    assert change_at(before + "Chủ tịch UBND huyện", len(before), date(2023, 2, 1)) == change
    assert change_at(before + "Chủ tịch UBND huyện", len(before)) == "gained"


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (" 4 năm, rồi về huyện.", "once"),
        (", nhiệm kỳ 2015-2020.", "gained"),
        (" từ tháng 3/2016.", "once"),
        (" từ tháng 1/2023.", "gained"),
        (" hồi tháng 6.", "once"),
        (" 7 tháng trước.", "once"),
        (" trước khi về Mường Vạc.", "once"),
        (" từ ngày 15/2/2023.", "gained"),
        (" ngày 15/2/2019.", "once"),
        (" trong nhiều năm.", "once"),
        (" nhiệm kỳ trước.", "once"),
        (" từ cuối năm 2022.", "once"),
        (" khi chưa có trong quy hoạch.", "once"),
    ],
)
def test_what_stands_behind_a_post_tells_that_it_was_given_earlier(after: str, change: PostChange) -> None:
    before = "Ông Lò Văn Tấn được bổ nhiệm làm "
    assert change_at(f"{before}Giám đốc Sở Mắc ca{after}", len(before), date(2023, 2, 1)) == change


@pytest.mark.parametrize(
    ("before", "elsewhere"),
    [
        ("Đảng bộ tỉnh Sơn La họp phiên thứ nhất. Ông Lò Văn Tấn được bầu giữ chức ", True),
        ("Đảng bộ tỉnh Sơn La họp. Chiều nay, Tỉnh ủy Lai Châu họp. Ông Tấn được bầu giữ chức ", False),
        ("Quê ở tỉnh Sơn La, ông Tấn được bầu giữ chức ", False),
    ],
)
def test_the_province_last_named_with_a_body_has_a_post_without_its_unit(before: str, elsewhere: bool) -> None:
    assert is_elsewhere(before + "Phó Bí thư Tỉnh ủy", len(before), "Lai Châu") is elsewhere


@pytest.mark.parametrize(
    ("title", "abroad"),
    [
        ("Trung Quốc có bộ trưởng mới", True),
        ("Việt Nam và Trung Quốc ký kết", False),
        ("Mường Vạc có chủ tịch mới", False),
    ],
)
def test_news_from_abroad_is_told_by_its_title(title: str, abroad: bool) -> None:
    assert is_abroad(title) is abroad


@pytest.mark.parametrize(
    ("title", "review"),
    [
        ("Huyện Mường Vạc hủy quyết định bổ nhiệm trưởng phòng", True),
        ("Xác minh thông tin bổ nhiệm lái xe làm trưởng phòng", True),
        ("Trao quyết định bổ nhiệm Giám đốc Sở Mắc ca", False),
    ],
)
def test_posts_that_were_wrongly_given_are_told_by_the_title(title: str, review: bool) -> None:
    assert is_review(title) is review


@pytest.mark.parametrize(
    ("text", "printed", "back"),
    [
        ("Bí thư tỉnh này từ hôm nay", "Bí thư tỉnh", True),
        ("Chủ nhiệm cơ quan này; bầu bà Mai", "Chủ nhiệm cơ quan này", True),
        ("Bí thư Huyện ủy Mường Vạc, này các đồng chí", "Bí thư Huyện ủy Mường Vạc", False),
    ],
)
def test_a_post_may_point_back_to_its_unit(text: str, printed: str, back: bool) -> None:
    assert points_back(text, printed) is back

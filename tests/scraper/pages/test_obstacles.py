"""Obstacles to reading a page."""

from __future__ import annotations

import pytest

from scraper.pages.obstacles import is_challenge, obstacle_of, posts_back, refresh_target
from scraper.pages.selecting import tree

LONG = "<p>" + "Xã họp bàn về việc làm đường. " * 10 + "</p>"


@pytest.mark.parametrize(
    ("html", "obstacle"),
    [
        ("<script>document.cookie='a=1';location.reload()</script>", "challenge"),
        ("<p>Checking your browser</p><script>x</script><i>checking your browser</i>", "challenge"),
        ("<form><input type=password></form>", "login"),
        ("<form><div class=g-recaptcha data-sitekey=a></div><button>Tiếp tục</button></form>", "challenge"),
        ("<p>Nhập các ký tự trong hình</p><form><img src='/captcha.aspx?t=3'><input name=ma></form>", "challenge"),
        ("<form><input type=password><input name=captcha></form>", "login"),
        ("<body onload='document.forms[0].submit()'><form method=post><input name=k></form>", "javascript"),
        ("<body onload='moMenu()'><p>Ngắn.</p><form><input name=tu_khoa></form>", None),
        ("<div id='root'></div><script src=a.js></script>", "javascript"),
        ("<noscript>Bật JavaScript</noscript><script>1</script><a href=/>x</a>", "javascript"),
        ("<img src=a.jpg>", "picture"),
        ("<p>Ngắn.</p><a href=/>Trang chủ</a>", None),
        (LONG + "<script>document.cookie='a=1'</script><input type=password>", None),  # it has text
    ],
)
def test_what_stands_in_place_of_the_text(html: str, obstacle: str | None) -> None:
    assert obstacle_of(html, tree(html)) == obstacle


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("""<a href="javascript:__doPostBack('gv','Page$2')">2</a>""", True),
        ("""<a href="javascript:__doPostBack('ctl00$lnk7','')"><span>3</span></a>""", True),
        ("""<a href="javascript:__doPostBack('ctl00$tim','')">Tìm kiếm</a>""", False),
        ("""<a href="?page=2">2</a>""", False),
        ("""<a href="javascript:phanTrang(2)">2</a>""", True),
        ("""<a href="javascript:void(0)" onclick="mo(3)">3</a>""", True),
        ("""<a href="javascript:inTrang(2)">In trang</a>""", False),
        ("""<a href="#" class="so" onclick="mo(3);return false;">3</a>""", True),
        ("""<ul><li class="on">1</li><li onclick="moTrang(2)">2</li></ul>""", True),
        ("""<span class="so" onclick="doc('bai', 2)">12</span>""", False),
        ("""<table><tr><td onclick="chonNgay(3)">3</td></tr></table>""", False),
        ("""<form method="post"><button type="submit">Trang tiếp theo</button></form>""", True),
        ("""<select onchange="this.form.submit()"><option>Trang 1</option><option>Trang 2</option></select>""", True),
        ("""<select onchange="this.form.submit()"><option>Năm học</option><option>Tháng</option></select>""", False),
        ("""<a href="javascript:WebForm_DoPostBackWithOptions(new A(&quot;lnkSau&quot;))">Tiếp</a>""", True),
        ("""<input type="submit" name="btnSau" value="Trang sau">""", True),
        ("""<button class="nut" type="button"><span>Xem thêm tin</span></button>""", True),
        ("""<select name=trang onchange="this.form.submit()"><option>1</option><option>2</option></select>""", True),
        ("""<select onchange="location=this.value"><option>Liên kết</option><option>Xã Mẫu</option></select>""", False),
        ("""<button>Tìm kiếm</button><input type="submit" value="Gửi"><a href="/tin">Xem thêm</a>""", False),
    ],
)
def test_a_pager_that_posts_back(html: str, expected: bool) -> None:
    assert posts_back(html) is expected


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/trang-chu", "http://xa.example/trang-chu"),
        ("5;URL='http://khac.example/'", "http://khac.example/"),
        ("60; url=/trang-chu", None),  # it is shown to people
        ("1;/trang-chu", "http://xa.example/trang-chu"),
        ("300", None),
        ("0; url=http://xa.example/", None),  # to itself
        ("30", None),
    ],
)
def test_where_a_page_leads_on_by_itself(content: str, target: str | None) -> None:
    assert refresh_target(f'<meta http-equiv="refresh" content="{content}">', "http://xa.example/") == target


def test_a_target_is_relative_to_the_base_of_the_page() -> None:
    html = '<base href="/tin-tuc/"><meta http-equiv="refresh" content="0;url=./">'
    assert refresh_target(html, "http://xa.example/") == "http://xa.example/tin-tuc/"


def test_a_page_redirects_by_a_header_too() -> None:
    assert refresh_target("<p>Xã họp.</p>", "http://xa.example/", "0; url=/tin") == "http://xa.example/tin"
    commented = "<!-- <meta http-equiv=refresh content=0;/b> -->"
    assert refresh_target(commented, "http://xa.example/") is None


def without_scripts(target: str) -> str:
    return f'<noscript><meta http-equiv="refresh" content="0;url={target}"></noscript>'


@pytest.mark.parametrize(
    ("html", "target"),
    [
        ("<script src=/a.js></script>" + without_scripts("/tin-tuc/"), "http://xa.example/tin-tuc/"),
        ("<p>Đang tải…</p>" + without_scripts("/?nojs=1"), "http://xa.example/?nojs=1"),
        (LONG + without_scripts("/tin-tuc/"), None),  # it has text
        (without_scripts("/nojs.html"), None),  # that only asks for scripts
        (without_scripts("/trinh-duyet-cu.html"), None),
        ("<script>a='<meta http-equiv=refresh content=0;/b>'</script>", None),
    ],
)
def test_what_a_page_says_to_those_without_scripts_counts_where_it_has_no_text(html: str, target: str | None) -> None:
    assert refresh_target(html, "http://xa.example/") == target


GATE = "<script>document.cookie='k=1; path=/';location.reload(true)</script>"
COUNTER = "<script>document.cookie='visits=2'</script>"


@pytest.mark.parametrize(
    ("html", "mitigated", "expected"),
    [
        (GATE, "", True),
        ("<script>document.cookie='k=1';window.location.href='/?lan=2'</script>", "", True),
        ("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "", True),
        ("<p>Enable JavaScript and cookies to continue</p>", "", True),
        ("<form><div class='h-captcha'></div></form><p>Xin xác nhận bạn là người.</p>", "", True),
        ("", "challenge", True),
        ("", "Captcha ", True),
        ("<iframe src='/_Incapsula_Resource?SWUDNSAI=9'></iframe>", "", True),
        ("<script>window.gokuProps={}</script><script src='//a.token.awswaf.com/challenge.js'></script>", "", True),
        ("<script>sucuri_cloudproxy_js='';</script>Đang chuyển hướng…", "", True),
        ("<script src='https://ct.captcha-delivery.com/c.js'></script><p>Xin xác nhận.</p>", "", True),
        ("<script type='text/javascript' src='/TSPD/08a?type=5'></script>", "", True),
        ("", "", False),
        ("<h1>Forbidden</h1>", "", False),
        ("<h1>Bảo trì</h1><script>setTimeout(function(){location.reload()},9000)</script>", "", False),
        (f"<h1>Không có quyền xem trang</h1>{COUNTER}", "", False),
        ("<script>document.cookie='ve=1';location.href='/dang-nhap'</script>", "", False),
        ("<form><div class='g-recaptcha'></div><input type=password></form>", "", False),  # a login
        (LONG + GATE, "", False),
        (LONG * 5 + "<div class='g-recaptcha'></div>", "", False),
        ("<h1>403</h1><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>", "", False),
    ],
)
def test_a_challenge_is_told_from_an_error(html: str, mitigated: str, expected: bool) -> None:
    assert is_challenge(html.encode(), mitigated) is expected

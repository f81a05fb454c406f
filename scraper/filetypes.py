"""File types by URL: documents that an article offers, and media that a crawl of articles does not request."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

ATTACHMENT_TYPES = frozenset("pdf doc docx xls xlsx ppt pptx odt ods rtf zip rar 7z".split())
UNNAMED = "file"  # the type of a document that nothing names
MEDIA_TYPES = frozenset(
    "jpg jpeg png gif bmp svg webp ico css js mp3 mp4 avi flv wmv mov woff woff2 ttf eot swf".split()
)


def attachment_type(url: str) -> str | None:
    """The type of the document at a URL (pdf, docx, …), or None; Liferay adds an id after the file's name."""
    return next((ending for ending in _endings(url) if ending in ATTACHMENT_TYPES), None)


def download_type(url: str, saved_as: str | None, media_type: str | None = None) -> str | None:
    """The type of the file behind a link by its URL, the name in its `download` attribute and its media type; "file"
    where it only says that it is to be saved, None where it does not, or is a picture or a sound.
    """
    named = attachment_type(url) or (attachment_type(f"/{saved_as}") if saved_as else None)
    if named or saved_as is None:
        return named
    kind, _, subtype = (media_type or "").partition(";")[0].strip().lower().partition("/")
    if kind in ("image", "audio", "video") or is_media(url) or is_media(f"/{saved_as}"):
        return None
    return subtype if subtype in ATTACHMENT_TYPES else UNNAMED


def is_media(url: str) -> bool:
    """Whether a URL is that of an image, audio or video, a stylesheet or a script."""
    return any(ending in MEDIA_TYPES for ending in _endings(url)[-1:])


def _endings(url: str) -> list[str]:
    """The file types that the last two parts of the path end in, lower case."""
    try:
        path = urlsplit(url).path
    except ValueError:  # such as "http://[", which is not a URL
        return []
    segments = unquote(path).lower().split("/")[-2:]
    return [segment.rpartition(".")[2] for segment in segments if "." in segment]

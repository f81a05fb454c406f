"""Documents cited by number: State, Party, Front and mass organisations."""

from __future__ import annotations

from extract.mentions.documents.find import find_documents

__all__ = ["find_documents"]

"""Makes the committed tables of units (extract/gazetteer/data) from published packages and the histories kept by hand.

    python -m extract.gazetteer.compilation FOLDER

FOLDER holds the packages unpacked side by side, as docs/units.md says. Nothing here runs during an extraction.
"""

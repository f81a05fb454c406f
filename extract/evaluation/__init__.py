"""The accuracy of the extraction, the effect of a change on it, and import and export of annotations."""

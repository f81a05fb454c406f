"""Posts that people hold, as printed: head, modifiers, body and unit.

The package is large because head, body, unit and level of a post have rules of their own, a module each.
"""

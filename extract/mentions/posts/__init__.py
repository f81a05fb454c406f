"""Posts that people hold, as printed: head, modifiers, body and unit.

The room is large because head, body, unit and level of a post are read by rules of their own, a module each.
"""

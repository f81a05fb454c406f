"""Posts that people hold, as printed: head, modifiers, body and unit."""

"""The adviser: reads content, checks it, walks it, compares it and draws it."""

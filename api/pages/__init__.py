"""Pages that need no script: the front door, the codes, the dilemmas and a whole conversation."""

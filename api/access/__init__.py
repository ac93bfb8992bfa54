"""Who may ask: everyone on this machine, otherwise who shows a key, a token or a session."""

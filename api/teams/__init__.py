"""Microsoft Teams, over its own protocol: verify, to our message, to theirs."""

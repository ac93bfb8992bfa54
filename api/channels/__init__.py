"""What Slack and Teams have in common: who talks, the same turn, and an answer in time."""

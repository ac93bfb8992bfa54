"""The custom actions: read what is kept, ask the adviser, say it, keep it."""

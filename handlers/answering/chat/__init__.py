"""Follow-ups: what a short question takes over from the ones before it."""

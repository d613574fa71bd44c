"""From question to reply, and the Telegram doors in front of it."""

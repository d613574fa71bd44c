"""From file to stored cell. Knows no Telegram and no questions."""

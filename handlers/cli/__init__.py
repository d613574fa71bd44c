"""What the commands of bot.py do, apart from Telegram."""

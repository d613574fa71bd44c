"""The bot with the small answerer, as a process of its own: all of it but the engine."""

import sys

from handlers.application import serve
from handlers.settings import load_settings
from index.store import Store
from tests.telegram.fakes import Answerer

settings = load_settings(())
sys.exit(serve(settings, Answerer(), Store(settings.database)))

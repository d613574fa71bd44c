"""The bot with the small answerer, as a process of its own: all of it but the engine."""

import sys
from functools import partial

from handlers.application import serve
from handlers.settings import load_settings
from handlers.uploads import add_to
from index.store import Store
from tests.telegram.fakes import Answerer

if __name__ == "__main__":  # the reader of an uploaded file imports this module in its own process
    settings = load_settings(())
    store = Store(settings.database)
    sys.exit(serve(settings, Answerer(), store, partial(add_to, store)))

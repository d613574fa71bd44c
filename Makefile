# Two commands matter: `make run` and `make test`. Everything lives in .venv; nothing outside the project is touched.
PYTHON ?= python3
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help run test lint evaluate bench ocr clean

# $(call install,LOCK): brings .venv to the lock, only when the lock is not the one installed last.
# Input and output are kept away from the commands that follow: questions may be waiting on standard input.
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one: make $@ PYTHON=python3.12" >&2; exit 2; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv >&2 </dev/null
	@cmp -s $(1) .venv/$(1) || { echo "installing $(1) into .venv …" >&2; \
		$(PY) -m pip install -qq --require-hashes -r $(1) >&2 </dev/null && cp $(1) .venv/$(1); }
endef

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## index data/reports, then answer: Telegram if BOT_TOKEN is set, else here
	$(call install,requirements.lock)
	@$(PY) bot.py run

test: ## all tests
	$(call install,requirements-dev.lock)
	@$(PY) -m pytest -n 2 $(ARGS)

lint: ## style and types
	$(call install,requirements-dev.lock)
	@$(PY) -m ruff check
	@$(PY) -m mypy

evaluate: ## accuracy on the question sets, one table
	$(call install,requirements-dev.lock)
	@$(PY) -m tests.evaluation $(ARGS)

bench: ## speed and size, one table (minutes)
	$(call install,requirements-dev.lock)
	@$(PY) -m tests.benchmarks $(ARGS)

ocr: ## adds the reader for scans and pictures
	$(call install,requirements-ocr.lock)

clean: ## removes .venv and caches; reports and the index stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

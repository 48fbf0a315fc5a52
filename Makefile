bin ?= .venv/bin

.PHONY: check lint test kills fuzz lock words

check: lint test

lint:
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports

test:
	$(bin)/python -m pytest

kills:
	ONRECORD_KILLS=50 $(bin)/python -m pytest tests/behaviour -k kill

fuzz:
	ONRECORD_FUZZ=10000 $(bin)/python -m pytest tests/properties/test_mutated_notes.py

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes -o requirements-dev.lock
	python3 .ci/check_lock.py requirements.lock requirements-dev.lock

words:
	$(bin)/python .ci/words.py gather
	$(bin)/python .ci/words.py compile

# `make run` and `make test` set up everything they need in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check

$(READY): installer/bootstrap.sh requirements/dev.txt
	PYTHON=$(PYTHON) sh installer/bootstrap.sh $(VENV)
	touch $@

run: $(READY)
	sh installer/run.sh $(BIN)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest

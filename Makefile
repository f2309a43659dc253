# `make run` and `make test` set up everything they need in .venv first; README says what each does.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_FOR_TESTS := $(VENV)/.ready-for-tests

.PHONY: run test check i18n screenshots bench

$(READY): installer/bootstrap.sh requirements/dev.txt
	PYTHON=$(PYTHON) sh installer/bootstrap.sh $(VENV)
	touch $@

$(READY_FOR_TESTS): installer/bootstrap.sh requirements/dev.txt
	PYTHON=$(PYTHON) sh installer/bootstrap.sh $(VENV) tests
	touch $@ $(READY)

run: $(READY)
	sh installer/run.sh $(BIN)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python installer/translations.py --check

# brings resources/i18n/ in step with the source, and says which English is still to be written
i18n: $(READY)
	$(BIN)/python installer/translations.py

test: $(READY_FOR_TESTS) check
	sh installer/tests.sh $(BIN)

# the pictures of every screen, worked through by the demonstration day
screenshots: $(READY)
	$(BIN)/python -m desk_app day --cases 40 --data demo/data --out demo
	cp demo/screens/4_tiep_nhan.png docs/window.png

bench: $(READY)
	$(BIN)/python benchmarks/day_on_the_wire.py
	$(BIN)/python -m benchmarks.line --quick
	$(BIN)/python benchmarks/receiving.py
	$(BIN)/python benchmarks/receipt.py
	$(BIN)/python benchmarks/scans.py
	$(BIN)/python benchmarks/search.py
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/window_stall.py --cases 300
	$(BIN)/python benchmarks/kills.py --kills 200
	$(BIN)/python benchmarks/country.py --desks 500

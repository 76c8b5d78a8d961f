# Everything a newcomer needs. `make demo` and `make test` set up by themselves.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RELEASE := $(VENV)-release
RELEASE_READY := $(RELEASE)/.ready
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: help setup demo test test-core test-pythons install-check check format generated-check mutations \
	seeded awkward evaluate access bench bench-growth bench-hour bench-load faults lock docs golden messages pictures release-check release clean

help:
	@echo "make setup   install everything in .venv (the others do so by themselves)"
	@echo "make demo    set up, then open the demonstration"
	@echo "make test    set up, then run the tests (K=words for those whose names hold them, IN=folder for those in it, WHOLE=1 for every step of long walks)"
	@echo "make test-core  the quick tests of all but the pages"
	@echo "make test-pythons  the tests on every Python that is here, with every set of versions allowed"
	@echo "make install-check  build Trueline, install it in every way that people do, and try each"
	@echo "make check   lint, types, layers, licences, generated docs"
	@echo "make format  lay out the code, and mend what lint can mend"
	@echo "make awkward  read 200 awkward logframes and as many documents, and say what the dearest cost"
	@echo "make access  try every page and file for those who hear, see or press differently"
	@echo "make bench   time the work that design budgets bound"
	@echo "make bench-growth  say how much dearer twice as much is, for everything done with a document"
	@echo "make bench-hour  hold one process under 20 requests a second for an hour, and say its memory"
	@echo "make bench-load  measure what many people and large work cost, for docs/scale.md"
	@echo "make faults  kill, cut off and fill up what runs, and say whether a save was lost (ONLY=, MINUTES=)"
	@echo "make mutations  change each condition of each rule, and see whether a case notices (K=a rule, or a part of its name)"
	@echo "make seeded  break good documents in known ways, and see whether the review says so (K=likewise)"
	@echo "make evaluate  say how well faults are noticed and passages found, on what experts marked"
	@echo "make docs    write the generated docs anew"
	@echo "make golden  write what the review and exports of the examples say anew"
	@echo "make messages  bring the translators' files up to date with the interface"
	@echo "make pictures  take the README's pictures anew (needs Chromium)"
	@echo "make lock    write the lock files from pyproject.toml (UPGRADE=--upgrade moves the pins)"
	@echo "make release-check  build and check what a release would publish, into dist/"
	@echo "make release the same, from a clean checkout, and tag it"
	@echo "make clean   remove what these commands made"

setup: $(READY)
	@:

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Trueline needs Python 3.11 or later; none was found. Install it, or say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Trueline needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1 | head -1). Install a newer one, or say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) lacks the venv module. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Setting up in $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY)
	@$(BIN)/trueline demo

# Of walks over hundreds of cases, and of rehearsed faults, a fixed fifth, unless all are asked for or tests are named.
SAMPLE = $(if $(WHOLE)$(K)$(IN),,TRUELINE_TEST_SAMPLE=5)

# Each worker collects every test there is: for those of a folder one process is quicker.
test: $(READY)
	@$(SAMPLE) $(BIN)/python -m pytest $(if $(IN),-n 0 $(IN),-n 3 --dist worksteal) $(if $(K),-k "$(K)")
	@if [ -n "$(K)$(IN)" ]; then :; elif [ -n "$$TRUELINE_TEST_POSTGRES" ]; then echo "The workbench once more, on PostgreSQL:"; \
		TRUELINE_DATABASE="$$TRUELINE_TEST_POSTGRES" $(SAMPLE) \
		$(BIN)/python -m pytest -n 3 --dist worksteal tests/web -m "database and not browser" \
		--ignore=tests/web/languages --ignore=tests/web/library --ignore=tests/web/test_look.py; \
	else echo "On SQLite alone: to test on PostgreSQL too, name a server in TRUELINE_TEST_POSTGRES."; fi

test-core: $(READY)
	@$(BIN)/python -m pytest -n 2 -m "not slow and not browser" tests/files tests/toolkit tests/document tests/design tests/review \
		tests/rules tests/examples tests/cli tests/exchange tests/reports

check: $(READY) generated-check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@! LC_ALL=C grep -rnE --include='*.html' '^.{151}' src || { echo "Wrap these lines of templates at 150 characters."; exit 1; }
	@$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

format: $(READY)
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

generated-check: $(READY)
	@$(BIN)/trueline docs --check

mutations: $(READY)
	@$(BIN)/python -m tests.review.mutations $(K)

evaluate: $(READY)
	@$(BIN)/python -m benchmarks.review_faults
	@$(BIN)/python -m benchmarks.passages
	@$(BIN)/python -m benchmarks.passages_by_readers

seeded: $(READY)
	@$(BIN)/python -m tests.review.seeded $(K)

awkward: $(READY)
	@$(BIN)/python -m tests.exchange.awkward 200
	@$(BIN)/python -m tests.passages.awkward

# The keyboard, names, narrow windows, forced colours, no scripts, a line that drops, and the files: the
# sample that `make test` takes, on every page.
ACCESS = tests/web/browser/test_access.py tests/web/browser/test_small_things.py tests/web/browser/test_every_page.py \
	tests/web/browser/test_drafts.py tests/web/browser/test_signing_in.py tests/web/browser/test_monitoring.py \
	tests/web/browser/test_journeys.py tests/web/browser/test_slow_line.py tests/web/test_look.py tests/web/test_look_in_a_browser.py \
	tests/web/documents/test_languages_of_texts.py tests/reports/layout tests/docs/test_accessibility.py

access: $(READY)
	@TRUELINE_ACCESS=whole $(BIN)/python -m pytest -n 2 --dist worksteal $(ACCESS)

bench: $(READY)
	@$(BIN)/python -m benchmarks

bench-growth: $(READY)
	@$(BIN)/python -m benchmarks.growth

bench-hour: $(READY)
	@$(BIN)/python -m benchmarks.hour

bench-load: $(READY)
	@$(BIN)/python -m benchmarks.load --write

faults: $(READY)
	@$(BIN)/python -m benchmarks.faults_rehearsed $(if $(ONLY),--only "$(ONLY)") $(if $(MINUTES),--minutes $(MINUTES))
	@$(BIN)/python -m benchmarks.killed_imports $(or $(KILLS),100)

docs: $(READY)
	@$(BIN)/trueline docs

golden: $(READY)
	@$(BIN)/python -m tests.examples.golden

messages: $(READY)
	@$(BIN)/python -m trueline.web.languages

pictures: $(READY)
	@$(BIN)/python docs/pictures.py

# What makes and tries releases has an environment of its own: it is no part of working on Trueline.
$(RELEASE_READY): requirements-release.lock
	@test -n "$(PYTHON)" || { echo "Trueline needs Python 3.11 or later; none was found."; exit 1; }
	@$(PYTHON) -m venv --clear $(RELEASE)
	@$(RELEASE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.lock
	@touch $(RELEASE_READY)

# One Python or one set of versions: make test-pythons PYTHONS="3.13 3.12:lowest"
test-pythons: $(RELEASE_READY)
	@$(RELEASE)/bin/python -m release.pythons $(PYTHONS)

# Some ways only: make install-check WAYS="wheel pipx"
install-check: $(RELEASE_READY)
	@$(RELEASE)/bin/python -m release.install_check $(WAYS)

release-check: $(RELEASE_READY)
	@$(RELEASE)/bin/python -m release.release

release: $(RELEASE_READY)
	@$(RELEASE)/bin/python -m release.release --tag

# Pins stay where they are unless told otherwise: make lock UPGRADE=--upgrade
# Files with the same pins: one with what development needs, and the package's own, by which a server is
# installed and `trueline check-deployment` compares; one each for object storage and for embeddings.
# The last is for releases.
COMPILE = $(RELEASE)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --quiet

lock: $(RELEASE_READY)
	@$(COMPILE) pyproject.toml --group dev $(UPGRADE) -o requirements.lock
	@$(COMPILE) pyproject.toml --constraints requirements.lock -o src/trueline/requirements.lock
	@$(COMPILE) pyproject.toml --extra s3 --constraints requirements.lock -o src/trueline/requirements-s3.lock
	@$(COMPILE) pyproject.toml --extra embeddings --constraints requirements.lock -o src/trueline/requirements-embeddings.lock
	@$(COMPILE) --group release $(UPGRADE) -o requirements-release.lock

clean:
	rm -rf $(VENV) $(RELEASE) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist

# NeutroGUI: `make run` starts the program and `make test` tries it, on a machine with nothing but Python 3.11.
# Everything is installed inside this folder (.tools, .venv); Windows and macOS can use `uv run neutrogui` instead.

PYTHON ?= python3
BIN := .venv/bin
ARGS ?=

export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
# Without bytecode on disk the program takes three times as long to start.
unexport PYTHONDONTWRITEBYTECODE VIRTUAL_ENV

# Folders are listed too: their date changes when a file in them goes away.
CONTENT_SOURCES := $(shell find resources/content -not -name '.*') \
    $(wildcard neutrogui/authoring/*.py neutrogui/domain/*.py neutrogui/store/*.py)
CONTENT := resources/compiled/content.sqlite
READY := .venv/installed $(CONTENT)

.DEFAULT_GOAL := help
.PHONY: help run test check format translations content content-report tour bench mutation fuzz audit build build-check deb zip lock clean
.DELETE_ON_ERROR:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(READY) ## start the program (without a display: draw the tour's pictures instead)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "There is no display here, so no window: drawing the tour into build/tour instead."; \
	  mkdir -p build && QT_QPA_PLATFORM=offscreen $(BIN)/neutrogui tour build/tour; \
	else \
	  $(BIN)/neutrogui $(ARGS); \
	fi

test: $(READY) ## run the tests without a window (ARGS="-k words" for some of them)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

check: .venv/synced ## look for mistakes: ruff, mypy, import contracts, spelling
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell README.md docs resources/content resources/handout/texts/en.toml
	PYTHONPATH=. $(BIN)/python tools/handout_texts.py

format: .venv/synced ## lay the code out
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

translations: .venv/synced ## gather the window's texts for translators, and compile what is translated
	$(BIN)/python tools/translations.py

content: $(CONTENT) ## check the content and compile it

content-report: $(READY) ## tell what the content holds, covers and lets be found (ARGS=--json for programs)
	@$(BIN)/python -m neutrogui.authoring.report $(ARGS)

tour: $(READY) ## draw a picture of every screen into build/tour
	mkdir -p build
	QT_QPA_PLATFORM=offscreen $(BIN)/neutrogui tour build/tour

bench: $(READY) ## measure the program beside the least that it could take (BASE=REV: and another revision)
	$(BIN)/python -m benchmarks $(if $(BASE),--base $(BASE)) $(ARGS)

mutation: $(READY) ## change what calculates, bit by bit, and see whether a test notices (hours; ARGS=--again: what was left)
	$(BIN)/python tools/mutation.py $(ARGS)

fuzz: $(READY) ## try what is typed, pasted and opened with many examples (ARGS=1000000; hours)
	QT_QPA_PLATFORM=offscreen NEUTROGUI_FUZZ=$(or $(ARGS),100000) $(BIN)/python -m pytest tests/fuzz tests/journeys/test_any_order.py

audit: $(READY) ## look for known faults of the locked packages, tell their licences, write build/sbom.json
	mkdir -p build
	$(BIN)/python tools/audit.py $(ARGS)

# Every date in what is built: that of the last change.
DATED := SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}

build: $(READY) .tools/freeze-packages ## freeze the program into dist/neutrogui
	$(DATED) PYTHONHASHSEED=0 \
	  $(BIN)/pyinstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build/pyinstaller build.spec

build-check: ## try the frozen program in awkward folders, without a home, in other locales
	$(PYTHON) tools/odd_places.py

deb: ## pack the frozen program for Debian and Ubuntu
	$(DATED) $(PYTHON) tools/deb.py

zip: ## pack the frozen program to be carried along
	$(DATED) $(PYTHON) tools/portable_zip.py

lock: .tools/uv ## write the locks again (ARGS=--upgrade for newer versions)
	.tools/uv pip compile -q --universal --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	  $(ARGS) --group dev pyproject.toml -o requirements.lock
	.tools/uv pip compile -q --universal --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	  $(ARGS) tools/uv.in -o tools/uv.txt

clean: ## remove all that was built; the installed packages stay
	rm -rf build dist mutants resources/compiled .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . \( -name .venv -o -name .tools \) -prune -o -name __pycache__ -prune -exec rm -rf {} +

# How a machine is set up. Each step leaves a file behind, so that only what changed is done again.

.tools/system-packages: tools/system_packages.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "NeutroGUI needs Python 3.11 or newer; name it:  make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) tools/system_packages.py
	@mkdir -p .tools && touch $@

.tools/freeze-packages: tools/system_packages.py
	@$(PYTHON) tools/system_packages.py --freeze
	@mkdir -p .tools && touch $@

.tools/uv: | .tools/system-packages
	@if uv --version >/dev/null 2>&1; then \
	  ln -sf "$$(command -v uv)" $@; \
	else \
	  echo "Installing uv into .tools"; \
	  $(PYTHON) -m venv --clear .tools/environment && \
	  .tools/environment/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.txt && \
	  ln -sf environment/bin/uv $@; \
	fi

.venv/bin/python: | .tools/uv
	@.tools/uv venv --quiet --clear --python $(PYTHON) .venv

.venv/synced: requirements.lock | .tools/uv .venv/bin/python
	@echo "Installing the packages of requirements.lock"
	@.tools/uv pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock
	@touch $@

# Compiled before the program is installed, so that a mistake in the content is told by itself.
$(CONTENT): $(CONTENT_SOURCES) | .venv/synced
	@$(BIN)/python -m neutrogui.authoring

.venv/installed: .venv/synced pyproject.toml hatch_build.py | $(CONTENT)
	@echo "Installing NeutroGUI from this folder"
	@.tools/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q neutrogui
	@touch $@

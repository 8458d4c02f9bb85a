# `make site` builds the site from seeds/; `make test` runs all checks. Both set up what is missing.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CHROMIUM ?= $(or $(shell command -v chromium 2>/dev/null),/usr/bin/chromium)

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: site serve test test-training lint fuzz screenshot look zensical test-zensical manual wheel clean

site: $(READY)
	$(BIN)/briefing site --strict

serve: $(READY)
	$(BIN)/briefing serve

# two processes, each with whole files; then, with the machine to themselves, the tests that measure seconds
test: $(READY) $(CHROMIUM) lint
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m pytest -n 2 --dist loadfile -m "not alone"
	$(BIN)/python -m pytest -m alone

# the recipe of the shipped pipeline, each step on a small sample, in a copy: under a minute; needs the packages of `training`
test-training: $(READY)
	$(BIN)/pip install --quiet --no-build-isolation -e '.[training]'
	rm -rf build/training
	$(BIN)/python training/sample.py build/training

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml generator/scaffold/publish.yml

# bytes of a fuzzer's own through the readers and the pages, for two minutes
fuzz: $(READY)
	$(BIN)/pip install --quiet atheris==3.0.0
	$(BIN)/python -m tests.fuzz.target -max_total_time=120 -max_len=4096

# the README's picture, of the site as it is now
screenshot: site $(CHROMIUM)
	CHROMIUM=$(CHROMIUM) $(BIN)/python .github/screenshot.py site .github/briefing.png

# pictures of every kind of page, to be looked at, into tests/screenshots/
look: site $(CHROMIUM)
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m tests.browser.look site

# the same site by Zensical, MkDocs' successor, and what is proved of it
test-zensical: zensical
	$(BIN)/briefing check --site site
	$(BIN)/python -m pytest -q tests/site/test_engines.py

# the same site by Zensical
zensical: $(READY)
	$(BIN)/briefing site --strict --engine zensical

# the manual, with its example briefing, into build/manual/
manual: $(READY)
	$(BIN)/python -m manual.reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict -f manual/mkdocs.yml
	$(BIN)/briefing site --strict --project manual/example
	cp -r manual/example/site build/manual/example

# the package, into dist/, with its size
wheel: $(READY)
	rm -rf dist build/lib
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	ls -l dist

# compiled here, since where PYTHONDONTWRITEBYTECODE is set, as in many containers, each build would compile it again
$(READY): requirements-dev.txt pyproject.toml
	$(or $(shell command -v $(PYTHON)),python3) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q generator
	touch $(READY)

$(CHROMIUM):
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core

clean:
	rm -rf $(VENV) .briefing site build *.egg-info

# Every target does its own set-up, into .venv/ of this checkout. Needs Python >= 3.11, make, pip, npm.
PYTHON ?= python3
# The prompt goes to the shell as a variable, never as text: quotes, dollars and backticks in it are just words.
export AQUATINT_PROMPT = $(value PROMPT)
PROMPT ?= a watercolor painting of a red fox in a snowy pine forest at dusk
HOST ?= 127.0.0.1
PORT ?= 8000

BIN := .venv/bin
NPM := npm install --ignore-scripts --no-audit --no-fund --silent
BASE := .venv/.base
DEV := .venv/.dev
PACK := src/aquatint/pack.zip
NODE_CLIENTS := tests/clients/node/node_modules/.installed
LITELLM := .venv-litellm/.installed

.PHONY: draw serve test check bench gallery pack wheel contract format clean help

draw: $(BASE) ## draw one picture: make draw PROMPT="a red fox"
	@mkdir -p out && $(BIN)/aquatint draw --output out -- "$$AQUATINT_PROMPT"

serve: $(BASE) ## serve the API on http://127.0.0.1:8000
	@$(BIN)/aquatint serve --host $(HOST) --port $(PORT)

test: $(DEV) $(NODE_CLIENTS) $(LITELLM) lint ## everything that CI runs
	$(BIN)/pytest -n 2 --dist worksteal -q

check: $(DEV) lint ## linters, types, walls, and the quick tests without a server
	$(BIN)/pytest -n 2 --dist worksteal -q -m "not slow and not wire and not node and not litellm"

.PHONY: lint
lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(DEV) ## measure, and print tables
	$(BIN)/python -m bench

gallery: $(BASE) ## draw the sheet of docs/gallery/
	$(BIN)/python docs/gallery/make_gallery.py
	$(BIN)/python docs/gallery/make_conversation.py

contract: $(DEV) ## write docs/contract.md from the tests that prove it
	$(BIN)/python -m tests.contract.write

pack: $(PACK) ## pack third-party art and fonts into one file

wheel: $(DEV) ## build dist/aquatint-*.whl
	$(BIN)/python -m build --wheel --no-isolation

format: $(DEV) ## put the code in its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what these targets made
	rm -rf .venv .venv-litellm node_modules tests/clients/node/node_modules dist $(PACK)

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'

.venv/bin/python:
	$(PYTHON) -m venv .venv

# The base: what a user of the pictures needs.
$(BASE): .venv/bin/python pyproject.toml $(PACK)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(PACK): .venv/bin/python package.json packing/make_pack.py
	@command -v npm > /dev/null || { echo "npm is missing. It brings the art and the fonts: install Node.js with npm."; exit 1; }
	$(NPM)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[pack]'
	$(BIN)/python packing/make_pack.py

# The workshop: linters, tests, benches.
$(DEV): $(BASE)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,pack]'
	@touch $@

$(NODE_CLIENTS): tests/clients/node/package.json
	cd tests/clients/node && $(NPM)
	@touch $@

# LiteLLM wants an older openai; this second environment also proves that client.
$(LITELLM): tests/clients/litellm/requirements.txt
	$(PYTHON) -m venv .venv-litellm
	.venv-litellm/bin/pip install --quiet --disable-pip-version-check -r tests/clients/litellm/requirements.txt
	@touch $@

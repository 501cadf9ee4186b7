PY := .venv/bin/python
Q ?= 工资被拖欠了找谁

.PHONY: setup serve test ask bench scale many eval computed texts lint train misbehaviour talks shapes layouts fuzz screenshots clean

# One stamp per state of the pins: a second call does nothing.
.venv/.ready: pyproject.toml constraints.txt
	python3 -m venv .venv
	@echo "Installing the pinned dependencies into .venv: two or three minutes the first time …"
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[models,dev,ocr]"
	touch .venv/.ready

setup: .venv/.ready
	.venv/bin/renshe corpus build

serve: setup
	.venv/bin/renshe serve

test: setup lint
	$(PY) -m pytest -q -n 2

lint: .venv/.ready
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/pyright
	.venv/bin/lint-imports

ask: .venv/.ready
	.venv/bin/renshe ask "$(Q)"

bench: .venv/.ready
	$(PY) -m evals.bench

# The retrieval engine at 10,000 and 100,000 passages; ARGS=--million for a million too.
scale: .venv/.ready
	$(PY) -m evals.scale $(ARGS)

# Compiling and answering with 300 documents and with a law of 2,000 articles; ARGS=FOLDER for documents of your own.
many: .venv/.ready
	$(PY) -m evals.many $(ARGS)

eval: .venv/.ready
	$(PY) -m evals

# The computed cases alone, on the shipped document and on copies with other figures and names.
computed: .venv/.ready
	$(PY) -m evals.computed $(ARGS)

# The conversations alone, then all single questions in one conversation.
talks: .venv/.ready
	$(PY) -m evals.talks $(ARGS)

# Bad questions through every way in, made-up requests to every route; ARGS="--count 20000 --examples 500" for more.
fuzz: .venv/.ready
	$(PY) -m evals.fuzz $(ARGS)

# What people get when a language model misbehaves; ARGS=--runs 500 for the full count.
misbehaviour: .venv/.ready
	$(PY) -m evals.misbehaviour $(ARGS)

# Documents of other bureaus: records found against records counted by eye; ARGS="--dir FOLDER" says where they are.
shapes: .venv/.ready
	$(PY) -m evals.shapes $(ARGS)

# Invented documents as PDF pages in many layouts: facts read against facts written.
layouts: .venv/.ready
	$(PY) -m evals.layouts --browser --missed

# Texts with planted errors, checked against the same copies.
texts: .venv/.ready
	$(PY) -m evals.texts $(ARGS)

# Pictures of the web app's screens into docs/images; ARGS="--only ask" for one.
screenshots: .venv/.ready
	$(PY) -m evals.pages.screenshots $(ARGS)

train: .venv/.ready
	$(PY) -m assistant.topic_model

clean:
	rm -rf .venv build dist *.egg-info

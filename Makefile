# Mag ik dit? – alles wat je hoeft te typen.
PYTHON ?= python3
EDGE = .venv/edge/bin/python
ENGINE = .venv/engine/bin/python

.PHONY: help start chat test prepare lint types content unit engine-tests conversations bench measure measure-stock tree requirements clean

help:            ## deze lijst
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/: .*##/\t/' | expand -t 16

start:           ## alles klaarzetten en starten op http://127.0.0.1:8000 (PORT=… voor een andere poort)
	@$(PYTHON) -m launch start

chat:            ## praten in de terminal
	@$(PYTHON) -m launch chat

test: prepare lint types content unit engine-tests conversations ## alle controles en tests
	@echo "Alles geslaagd."

prepare:         ## omgevingen, inhoud en model klaarzetten, ook voor de tests
	@$(PYTHON) -m launch prepare

lint:            ## stijl van code en YAML
	@$(EDGE) -m ruff check .
	@$(EDGE) -m yamllint -s .

types:           ## typen
	@$(EDGE) -m mypy bot api

content:         ## elke fout in de inhoud
	@$(EDGE) -m bot check

unit:            ## kern, inhoud, voorkant en pagina
	@$(EDGE) -m pytest -q -n auto tests --ignore=tests/engine --ignore=tests/conversations --ignore=tests/web --ignore=tests/growing
	@$(EDGE) -m pytest -q tests/web

engine-tests:    ## de onderdelen van de engine
	@$(ENGINE) -m pytest -q tests/engine

conversations:   ## hele gesprekken door het geleerde model, ook terwijl onderdelen uitvallen
	@$(EDGE) -m pytest -q tests/growing tests/conversations

bench:           ## wat een beurt, de start en het leren kosten
	@$(EDGE) -m bench

measure:         ## hoe goed berichten worden verstaan, naar docs/meting.md
	@$(ENGINE) -W ignore -m bench.nlu

measure-stock:   ## hetzelfde voor Rasa's standaardinstellingen (uren; met LINES=4000 een uur)
	@$(ENGINE) -W ignore -m bench.stock $(LINES)

tree:            ## een boom tekenen: make tree CODE=limburg DILEMMA=geschenk
	@$(EDGE) -m bot draw $(CODE) $(DILEMMA)

requirements:    ## de vastgezette bibliotheken opnieuw bepalen
	@for g in engine engine-dev; do uv pip compile -q --upgrade --group pyproject.toml:$$g --python-version 3.10 --generate-hashes --no-header --no-annotate -o requirements/$$g.txt; done
	@for g in edge edge-dev; do uv pip compile -q --upgrade --group pyproject.toml:$$g --python-version 3.13 --generate-hashes --no-header --no-annotate -o requirements/$$g.txt; done

clean:           ## weg met omgevingen en modellen
	@rm -rf .venv models

# Every target sets itself up: `.venv`, the locked packages and what Qt needs of the system. The second time costs nothing.
.DEFAULT_GOAL := hjelp
.PHONY: hjelp oppsett laas demo test sjekk ytelse feil vis bilder bygg
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
VERKSTED := .venv/bin/verksted
EKSEMPEL := demo/lindvaer.verksted
PYTEST := $(PY) -m pytest -q -n auto --dist loadfile

# The example keeps its working copies beside itself and leaves nothing in the home folder.
demo vis: export VERKSTED_ARBEIDSMAPPE := $(CURDIR)/demo/.arbeid
# No screen is needed, except to look at the window.
test sjekk ytelse feil bilder: export QT_QPA_PLATFORM := offscreen

hjelp: ## denne oversikten
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

oppsett: ## .venv, låste pakker og systembibliotekene Qt trenger
	@.ci/oppsett grunn

laas: oppsett ## skriv requirements.lock på nytt (OPPGRADER=1 henter nyere utgaver)
	@.ci/laas $(if $(OPPGRADER),--upgrade)

demo: oppsett ## hele løpet med eksempelkommunen: tre dokumenter i demo/
	@mkdir -p demo && rm -f $(EKSEMPEL) demo/oppsummering.docx demo/samfunnsdel-utkast.docx demo/sporbarhet.xlsx
	@$(VERKSTED) eksempel $(EKSEMPEL)
	@$(VERKSTED) eksporter $(EKSEMPEL) --til demo
	@ls demo/*.docx demo/*.xlsx >/dev/null

test: ## alle prøvene
	@.ci/oppsett qt
	@$(PYTEST)

sjekk: ## format, ruff, mypy, importregler og prøvene
	@.ci/oppsett sjekk
	@.ci/steg format .venv/bin/ruff format --check .
	@.ci/steg ruff .venv/bin/ruff check --output-format concise .
	@.ci/steg mypy .venv/bin/mypy
	@.ci/steg etasjer .venv/bin/lint-imports
	@.ci/steg pytest $(PYTEST)

ytelse: ## alle målinger, én linje for hver
	@.ci/oppsett qt
	@$(PY) -m tests.ytelse

feil: ## de lange feilkampanjene (ANTALL=… setter antallet)
	@.ci/oppsett feil
	@$(PY) -m tests.feil $(ANTALL)

vis: ## åpne eksempelet i vinduet
	@.ci/oppsett vis
	@mkdir -p demo
	@test -f $(EKSEMPEL) || $(VERKSTED) eksempel $(EKSEMPEL)
	@$(VERKSTED) $(EKSEMPEL)

bilder: ## hver side og dialog som bilde i bilder/ (SIDER=… tegner bare noen)
	@.ci/oppsett bilder
	@$(PY) -m tests.bilder $(SIDER)

bygg: ## hjulfil og ferdig program i dist/, prøvd slik de blir brukt
	@.ci/oppsett bygg
	@.ci/bygg

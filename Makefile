# The commands a newcomer needs. Each works on a fresh machine with Rust and Node.

LISTEN ?= 127.0.0.1:8080
DATA ?= demo-data
export PATH := $(PATH):$(HOME)/.cargo/bin

# The editor of the newsroom: the one part that Node makes. A source archive carries it made.
EDITOR := crates/dateline/web/newsroom
BUNDLE := $(EDITOR)/dist/editor.js

.PHONY: help build run test bench bundle

help:
	@echo "make run [LISTEN=127.0.0.1:9000]  build, and start the demo newsroom; a second run keeps its data"
	@echo "make test                         everything that proves the program, on SQLite and PostgreSQL"
	@echo "make bench [BENCH_STORIES=1000000] the measurements of docs/performance.md; BENCH_QUICK=1 for a first look"
	@echo "make build                        one file with everything in it: target/release/dateline"

bundle: $(BUNDLE)

$(BUNDLE): $(wildcard $(EDITOR)/editor/*) $(EDITOR)/build.js $(EDITOR)/package-lock.json
	@if command -v npm >/dev/null; then \
		cd $(EDITOR) && npm ci --ignore-scripts --no-audit --no-fund && npm run --silent build; \
	elif [ -e $@ ]; then \
		echo "make: no npm here; the editor's bundle stays as it was made"; \
	else \
		echo "make: the editor's bundle $@ is missing and there is no npm to make it: install Node 20 or later" >&2; exit 1; \
	fi

build: $(BUNDLE)
	@command -v cargo >/dev/null || { echo "make: no cargo here; install Rust from https://rustup.rs" >&2; exit 1; }
	cargo build --release --locked --target-dir target -p dateline

run: build
	target/release/dateline demo --listen $(LISTEN) --data $(DATA)

test:
	@scripts/test

bench: build
	@scripts/bench

# `make demo` and `make test` do everything on a fresh Debian 12 machine with Swift.

.PHONY: help demo test lint bench fuzz clean

help:
	@echo "make demo    build, make the two synthetic regions, run their years and serve them"
	@echo "make test    build and run all tests"
	@echo "make lint    check the format of the sources"
	@echo "make bench   run the benchmarks (see Documentation/Performance.md)"
	@echo "make fuzz    run each fuzz target for 20 seconds"
	@echo "make clean   remove what was built, and demo-data"

# The demo starts from nothing each time, so that its figures can be held against the source.
demo:
	@Scripts/install-packages
	swift build -c release --product regie
	rm -rf demo-data
	.build/release/regie demo --data demo-data

test:
	@Scripts/install-packages test
	SWIFT_BACKTRACE=enable=no swift test --parallel

lint:
	swift format lint --strict -r Sources Tests Benchmarks Fuzz Plugins Package.swift

bench:
	@Scripts/install-packages test
	Scripts/bench

fuzz:
	@Scripts/install-packages
	Scripts/fuzz

clean:
	rm -rf .build .build-benchmarks .build-fuzz demo-data

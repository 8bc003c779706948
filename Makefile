# Tavoitekartta. On a Debian or Ubuntu machine with Go and make, two commands
# are enough:
#
#   make run    installs what the build needs, builds, opens the program
#   make test   installs what the tests need and passes all of them
#
# make windows builds what Windows users get (packaging/windows/README.md).
#
# Every command builds with the same flags: another set would compile Fyne's
# C code anew, minutes each time.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

# Where the official archive of Go is unpacked by its own instructions; many
# forget to add it to PATH.
export PATH := $(PATH):/usr/local/go/bin
# nethttpomithttp2: nothing here speaks HTTP/2, and the program is 0.4 MB smaller.
export GOFLAGS := -trimpath -tags=migrated_fynedo,nethttpomithttp2 -buildvcs=false
export CGO_ENABLED := 1

PROGRAM := bin/tavoitekartta

# The linter lives outside go.mod: its two hundred modules are none of ours.
LINTER := .tools/golangci-lint-v2.15.0

# veraPDF judges the reports: its published jar, as it is.
VERAPDF_VERSION := 1.28.1
VERAPDF := .tools/greenfield-apps-$(VERAPDF_VERSION).jar

# typst, a peer of the reports in "make bench-reports", as its Python package.
TYPST_VERSION := 0.15.2
TYPST := .tools/typst-$(TYPST_VERSION)

# Writes icon, version and manifest into the programs for Windows; it too lives
# outside go.mod, and its licence (0BSD) asks for nothing.
WINRES := .tools/go-winres-v0.3.3

# Everything but the journeys, which come last and have the machine alone; their
# results are not kept, since Go does not see that the program has changed.
PACKAGES = $$(go list ./... | grep -v '^tavoitekartta/e2e')

.DEFAULT_GOAL := build
.PHONY: run test build lint bench bench-reports setup-bench e2e journeys pictures report-pictures guides notices clean help \
	linux-packages linux-reproducible \
	verify-reports \
	windows windows-test windows-pictures windows-programs windows-reproducible windows-sign windows-sign-test \
	check-go setup-build setup-test setup-windows check-format

## run: build and open the window with the example programme; without a display, make its reports into out/
run: build
	@packaging/run.sh $(PROGRAM)

## test: all tests: format, vet, layer rules, packages, journeys through the window
test: setup-test check-format
	@echo 'go vet'
	@go vet ./...
	@go vet -tags=migrated_fynedo,windowsjourney ./e2e
	@echo 'go test'
	@go test -timeout 60m $(PACKAGES)
	@go test -count=1 -timeout 30m ./e2e/...

## build: bin/tavoitekartta
build: setup-build
	@mkdir -p bin
	go build -ldflags='-s -w' -o $(PROGRAM) .

## lint: the linters and layer rules of .golangci.yml; are the notices up to date?
lint: setup-build $(LINTER)
	@$(LINTER) run ./...
	@go run ./packaging/notices -check

# tool(FILE,PACKAGE) builds a tool in the version that its file's name ends with.
define tool
	@echo 'Building $(notdir $(1)) once, into .tools/.'
	@mkdir -p .tools/new
	@GOFLAGS= GOBIN=$(CURDIR)/.tools/new go install $(2)@v$(lastword $(subst -v, ,$(1)))
	@mv .tools/new/$(notdir $(2)) $(1) && rmdir .tools/new
endef

$(LINTER):
	$(call tool,$@,github.com/golangci/golangci-lint/v2/cmd/golangci-lint)

$(WINRES):
	$(call tool,$@,github.com/tc-hib/go-winres)

## verify-reports: veraPDF's and qpdf's verdict on every kind of report in every language of every example
verify-reports: check-go
	@if packaging/setup.sh verify && $(MAKE) --no-print-directory $(VERAPDF); then \
		CGO_ENABLED=0 go test -count=1 -v -timeout 30m -tags=migrated_fynedo,nethttpomithttp2,conformity ./reports/conformity ./reports/pdf -args -verapdf $(CURDIR)/$(VERAPDF); \
	else \
		echo 'veraPDF or what it needs could not be fetched, so NOTHING WAS JUDGED. Is there a network? Try again then.' >&2; \
	fi

$(VERAPDF):
	@echo 'Fetching veraPDF $(VERAPDF_VERSION) once, into .tools/.'
	@mkdir -p .tools
	@mvn -q org.apache.maven.plugins:maven-dependency-plugin:2.8:get -Dtransitive=false -Ddest=$@ \
		-Dartifact=org.verapdf.apps:greenfield-apps:$(VERAPDF_VERSION)

## windows: what Windows users get: installer, MSI, portable archive, into dist
windows: windows-programs
	@packaging/windows/packages.sh dist

## windows-test: the packages for Windows tried under wine: installed, used, updated, removed
windows-test: setup-test windows
	@packaging/setup.sh wine
	@packaging/windows/test.sh dist

## windows-sign: the same, signed: CERT=… KEY=… (PEM) or PKCS12=… [PASSWORD_FILE=…] [TIMESTAMP=…]
windows-sign: export CERT := $(abspath $(CERT))
windows-sign: export KEY := $(abspath $(KEY))
windows-sign: export PKCS12 := $(abspath $(PKCS12))
windows-sign: export PASSWORD_FILE := $(abspath $(PASSWORD_FILE))
windows-sign: export TIMESTAMP := $(TIMESTAMP)
windows-sign: windows-programs
	@packaging/windows/sign.sh dist/windows/*.exe
	@SIGN=$(CURDIR)/packaging/windows/sign.sh packaging/windows/packages.sh dist

## windows-sign-test: sign what make windows made with a certificate made for the occasion, in copies
windows-sign-test: setup-windows
	@packaging/windows/sign-test.sh dist/windows/Tavoitekartta.exe dist/Tavoitekartta-*-setup.exe dist/Tavoitekartta-*-x64.msi

## windows-pictures: docs/pictures/windows, what Windows users see
windows-pictures: windows setup-test
	@packaging/setup.sh wine
	@WINDOWS_PICTURES=$(CURDIR)/docs/pictures/windows packaging/windows/test.sh dist journeys

## windows-reproducible: do two builds for Windows, elsewhere and from nothing, give equal bytes?
windows-reproducible: setup-windows $(WINRES)
	@packaging/windows/reproducible.sh

## windows-programs: only the programs for Windows, into dist/windows
windows-programs: setup-windows $(WINRES)
	@GO_WINRES=$(CURDIR)/$(WINRES) packaging/windows/programs.sh dist/windows

## linux-packages: what Linux users get: Debian package and archive, into dist
linux-packages: setup-build
	@packaging/setup.sh linux
	@packaging/linux/packages.sh dist

## linux-reproducible: do two builds for Linux, elsewhere and from nothing, give equal bytes?
linux-reproducible: setup-build
	@packaging/setup.sh linux
	@packaging/linux/reproducible.sh

## bench: our measures against others', as ratios of one run
bench: setup-test
	@go test -count=1 -v -timeout 30m -tags=migrated_fynedo,nethttpomithttp2,bench -run '^TestRatio' ./model/search ./storage/... ./e2e/...

## bench-reports: what a report takes beside typst and LibreOffice, same content, one run
bench-reports: setup-bench
	@typst=; office=; \
	if $(MAKE) --no-print-directory $(TYPST); then typst='-typst $(CURDIR)/$(TYPST)/bin/python'; fi; \
	if command -v soffice >/dev/null; then office=-libreoffice; fi; \
	go test -count=1 -v -timeout 90m -tags=migrated_fynedo,nethttpomithttp2,bench -run '^TestRatio' ./reports/peers -args $$typst $$office

$(TYPST):
	@echo 'Fetching typst $(TYPST_VERSION) once, into .tools/.'
	@rm -rf $@.new
	@python3 -m venv $@.new
	@$@.new/bin/pip -q --disable-pip-version-check install typst==$(TYPST_VERSION)
	@mv $@.new $@

setup-bench: setup-test
	@packaging/setup.sh peers || echo 'Without these packages the report is compared with what is there.' >&2

## e2e: only the journeys through the real window
e2e: setup-test
	@go test -count=1 -timeout 30m ./e2e/...

## journeys: the eight tasks by keyboard and by mouse, recorded as pictures into out/journeys
journeys: setup-test
	@go test -count=1 -timeout 30m -run '^TestEightTasksByOneHand$$' ./e2e -record $(CURDIR)/out/journeys

## pictures: docs/pictures and those of the user guides, taken from the real window
pictures: setup-test
	@go test -count=1 -timeout 40m -tags=migrated_fynedo,nethttpomithttp2,pictures -run '^Test(Guide)?Pictures$$' ./e2e -args $(CURDIR)/docs/pictures $(CURDIR)/docs/guides/pictures

## report-pictures: docs/pictures/reports, every kind of report in every language as poppler draws it
report-pictures: setup-test
	@CGO_ENABLED=0 go test -count=1 -timeout 20m -tags=migrated_fynedo,nethttpomithttp2,pictures ./reports/gallery -args $(CURDIR)/docs/pictures/reports

## guides: the user guides as PDF, into dist/guides
guides: check-go
	@export SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || true)}; \
	CGO_ENABLED=0 go run ./packaging/guides dist/guides

## notices: THIRD-PARTY-NOTICES.md from the licences of what is built in
notices: setup-build
	@go run ./packaging/notices

## setup-build: install what the build needs (apt)
setup-build: check-go
	@packaging/setup.sh build

## setup-test: install what the tests need (apt)
setup-test: setup-build
	@packaging/setup.sh test

## setup-windows: install what the programs and installers for Windows need (apt)
setup-windows: check-go
	@packaging/setup.sh windows

check-go:
	@packaging/setup.sh go

check-format: check-go
	@echo 'gofmt'
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then \
		echo "These files are not formatted; gofmt -w mends them:" >&2; \
		echo "$$unformatted" >&2; exit 1; fi

## clean: remove what was built; the example's data folder out/demo-data stays
clean:
	@rm -rf bin dist .tools
	@if [ -d out ]; then find out -mindepth 1 -maxdepth 1 ! -name demo-data -exec rm -rf {} +; fi

## help: this list
help:
	@sed -n 's/^## \([a-z0-9-]*\): /  make \1	/p' Makefile | expand -t 26

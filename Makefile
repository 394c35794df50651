# nianbao: build, install, demo, test.
#
#   make            build the program as it is installed: no Swift is needed where it runs
#   make install    DESTDIR= PREFIX=/usr; installs what was built, builds nothing
#   make demo       see it work: sample reports, checked in a scratch folder
#   make test       every test
#   make torture    the fault lab in full, twice: thousands of kills, errors and power cuts; an hour on two cores
#   make sweep      the form's tables cut by pages at every line, in many styles; three quarters of an hour on two cores
#   make pictures   take the pictures of docs/office.md anew
#   make check      layout of the source, imports, unit file
#   make deps       the system packages that the others need; they call it themselves
#   make uninstall, make clean

DESTDIR =
PREFIX = /usr
SYSCONFDIR = /etc
# What is installed. The tests give the program of their own build; the worker and the sender lie beside it.
BINARY = .build/release/nianbao
WORKER = $(dir $(BINARY))nianbao-reader
SENDER = $(dir $(BINARY))nianbao-alerts
PDF_LIBRARY = $(dir $(BINARY))libnianbao-poppler.so

BUILD_PACKAGES = ca-certificates g++ git libcurl4-openssl-dev libgcrypt20-dev libgsf-1-dev libpoppler-private-dev \
    libseccomp-dev libsqlite3-dev libsystemd-dev libtomlplusplus-dev libxlsxwriter-dev libxml2-dev libzip-dev libzstd-dev pkg-config poppler-data
# Fonts of the sweep.
SWEEP_PACKAGES = fonts-arphic-ukai fonts-arphic-uming fonts-wqy-zenhei
TEST_PACKAGES = chromium dbus e2fsprogs fonts-noto-cjk libreoffice-calc-nogui libreoffice-writer-nogui msmtp perl \
    poppler-utils procps python3 sqlite3 strace systemd systemd-container systemd-journal-remote systemd-sysv unzip \
    util-linux

bindir = $(PREFIX)/bin
libdir = $(PREFIX)/lib
# The program looks for its worker there, from its own place.
libexecdir = $(PREFIX)/libexec/nianbao
datadir = $(PREFIX)/share
unitdir = $(libdir)/systemd/system
confdir = $(SYSCONFDIR)/nianbao
manuals = $(wildcard docs/man/*.[1-8])
documents = README.md LICENSE $(wildcard docs/*.md)

.PHONY: all build install uninstall demo test torture check deps build-deps swift clean

all: build

build: build-deps swift
	@echo '==> 编译正式版（首次需要几分钟，以后只编译改动的部分）'
	swift build -c release --static-swift-stdlib --product nianbao
	swift build -c release --static-swift-stdlib --product nianbao-reader
	swift build -c release --static-swift-stdlib --product nianbao-poppler
	swift build -c release --static-swift-stdlib --product nianbao-alerts

# The unit file names the program under /usr/bin; another PREFIX is put in here.
install:
	@for file in '$(BINARY)' '$(WORKER)' '$(PDF_LIBRARY)'; do \
	    test -x "$$file" || { echo "还没有编译出 $$file，请先运行 make。" >&2; exit 1; }; done
	install -D -s -m 0755 '$(BINARY)' '$(DESTDIR)$(bindir)/nianbao'
	install -D -s -m 0755 '$(WORKER)' '$(DESTDIR)$(libexecdir)/nianbao-reader'
	install -D -s -m 0644 '$(PDF_LIBRARY)' '$(DESTDIR)$(libexecdir)/libnianbao-poppler.so'
	install -d '$(DESTDIR)$(unitdir)'
	sed 's,/usr/bin/,$(bindir)/,' systemd/nianbao.service >'$(DESTDIR)$(unitdir)/nianbao.service'
	chmod 0644 '$(DESTDIR)$(unitdir)/nianbao.service'
	@test -x '$(SENDER)' || { echo '还没有编译出 $(SENDER)，请先运行 make。' >&2; exit 1; }
	install -D -s -m 0755 '$(SENDER)' '$(DESTDIR)$(libexecdir)/nianbao-alerts'
	sed 's,/usr/libexec/nianbao/,$(libexecdir)/,' systemd/nianbao-alerts.service >'$(DESTDIR)$(unitdir)/nianbao-alerts.service'
	chmod 0644 '$(DESTDIR)$(unitdir)/nianbao-alerts.service'
	sed 's,/usr/bin/,$(bindir)/,' systemd/nianbao-prune.service >'$(DESTDIR)$(unitdir)/nianbao-prune.service'
	chmod 0644 '$(DESTDIR)$(unitdir)/nianbao-prune.service'
	install -m 0644 systemd/nianbao-prune.timer '$(DESTDIR)$(unitdir)/nianbao-prune.timer'
	install -D -m 0644 systemd/nianbao.sysusers '$(DESTDIR)$(libdir)/sysusers.d/nianbao.conf'
	install -D -m 0644 systemd/nianbao.tmpfiles '$(DESTDIR)$(libdir)/tmpfiles.d/nianbao.conf'
	install -D -m 0644 systemd/nianbao.catalog '$(DESTDIR)$(libdir)/systemd/catalog/nianbao.catalog'
	install -D -m 0644 systemd/nianbao.preset '$(DESTDIR)$(libdir)/systemd/system-preset/80-nianbao.preset'
	@for page in $(manuals); do \
	    install -D -m 0644 "$$page" "$(DESTDIR)$(datadir)/man/man$${page##*.}/$${page##*/}" || exit 1; done
	install -d '$(DESTDIR)$(datadir)/doc/nianbao' '$(DESTDIR)$(datadir)/bash-completion/completions'
	install -m 0644 $(documents) '$(DESTDIR)$(datadir)/doc/nianbao'
	install -D -m 0644 -t '$(DESTDIR)$(datadir)/doc/nianbao/pictures' docs/pictures/*.png
	'$(BINARY)' --generate-completion-script bash >'$(DESTDIR)$(datadir)/bash-completion/completions/nianbao'
	@$(MAKE) --no-print-directory install-settings

# A file that somebody edited is never overwritten: the new one lies beside it.
.PHONY: install-settings
install-settings:
	@for file in $(notdir $(wildcard etc/*)); do \
	    installed="$(DESTDIR)$(confdir)/$$file"; \
	    if test ! -e "$$installed" || cmp -s "etc/$$file" "$$installed"; then \
	        install -D -m 0644 "etc/$$file" "$$installed" || exit 1; \
	    else \
	        install -m 0644 "etc/$$file" "$$installed.new" || exit 1; \
	        echo "$$installed 已有改动，保留不动；新版本放在 $$installed.new"; \
	    fi; \
	done

uninstall:
	rm -f '$(DESTDIR)$(bindir)/nianbao' '$(DESTDIR)$(unitdir)/nianbao.service' \
	    '$(DESTDIR)$(libdir)/sysusers.d/nianbao.conf' '$(DESTDIR)$(libdir)/tmpfiles.d/nianbao.conf' \
	    '$(DESTDIR)$(libdir)/systemd/system-preset/80-nianbao.preset' \
	    '$(DESTDIR)$(libdir)/systemd/catalog/nianbao.catalog' \
	    '$(DESTDIR)$(datadir)/bash-completion/completions/nianbao' \
	    $(foreach page,$(notdir $(manuals)),'$(DESTDIR)$(datadir)/man/man$(subst .,,$(suffix $(page)))/$(page)')
	rm -f '$(DESTDIR)$(unitdir)/nianbao-alerts.service' '$(DESTDIR)$(unitdir)/nianbao-prune.service' \
	    '$(DESTDIR)$(unitdir)/nianbao-prune.timer'
	rm -rf '$(DESTDIR)$(datadir)/doc/nianbao' '$(DESTDIR)$(libexecdir)'
	@echo '保留：$(confdir)（配置）、/var/lib/nianbao（台账和存档）、/srv/nianbao（收件箱和回执）'

demo: build-deps swift
	@echo '==> 编译（首次需要几分钟，以后只编译改动的部分）'
	swift build --product nianbao
	swift build --product nianbao-reader
	swift build --product nianbao-poppler
	@docs/demo.sh .build/debug/nianbao

test: deps swift
	@echo '==> 编译并运行全部测试（首次需要几分钟）'
	swift build --build-tests
	@# swift test keeps back what it shows where that goes to a file; the tests themselves show it line by line.
	"$$(swift build --show-bin-path)/nianbaoPackageTests.xctest" --testing-library swift-testing

# The pictures of the clerk's manual, taken of the pages by the tests.
.PHONY: pictures
pictures: deps swift
	swift build --build-tests
	NIANBAO_PICTURES='$(CURDIR)/docs/pictures' swift test --skip-build --filter InBrowser.PictureTests

# Twice, so that what depends on the moment has a second chance to show. It is the program as it is installed.
torture: deps build
	Tests/FaultLab/torture.sh '$(BINARY)'
	Tests/FaultLab/torture.sh '$(BINARY)'

.PHONY: sweep
sweep: deps swift
	@.ci/packages $(SWEEP_PACKAGES)
	swift build --product nianbao
	swift build --product nianbao-reader
	swift build --product nianbao-poppler
	Tests/Sweep/sweep.py --binary .build/debug/nianbao

check: build-deps swift
	.ci/check

deps: packages = $(BUILD_PACKAGES) $(TEST_PACKAGES)
build-deps: packages = $(BUILD_PACKAGES)
deps build-deps:
	@.ci/packages $(packages)

swift:
	@command -v swift >/dev/null || { echo '没有找到 Swift：请照 https://www.swift.org/install/linux/ 安装 6.3 或更新的版本，再运行一次。' >&2; exit 1; }

clean:
	rm -rf .build stage demo

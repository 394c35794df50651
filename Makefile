# nianbao: build, install, demo, test.
#
#   make            build the program as it is installed: no Swift is needed where it runs
#   make install    DESTDIR= PREFIX=/usr; installs what was built, builds nothing
#   make deb        the Debian package, in dist/; make test-deb tries it on a fresh system
#   make rpm        the RPM package, in dist/; make test-rpm tries it, and compares it with Debian's
#   make demo       see it work: sample reports, checked in a scratch folder
#   make test       every test
#   make torture    the fault lab in full, twice: thousands of kills, errors and power cuts; an hour on two cores
#   make bench      what it costs, beside a C program, python-docx and pdfplumber; writes docs/performance.md
#   make instructions   how many instructions a report of each format takes; fails where it is a tenth more than before
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
HTTP_LIBRARY = $(dir $(BINARY))libnianbao-http.so
PDF_LIBRARY = $(dir $(BINARY))libnianbao-poppler.so

# The systemd that it is installed for: it is given the options that this one knows (systemd/*.service.d/VERSION.conf).
SYSTEMD = $(or $(shell systemctl --version 2>/dev/null | sed -n '1s/^systemd \([0-9]*\).*/\1/p'),243)

PRODUCTS = nianbao nianbao-reader nianbao-poppler nianbao-http
# No Swift is needed where it runs; all symbols are bound before it starts; libraries come from where the system has them. No path of this
# machine is left inside, so that the same source makes the same bytes in any folder: what the compiler would keep for its next run (a hash
# of its options among it) and the linker for a debugger is told to stay out. A library without a name of its own would have its path in it.
# What nobody calls is left out, as far as the compiler and the linker can tell: what no other module may call is known when they are put
# together, and each function is a section of its own.
RELEASE = -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -no-toolchain-stdlib-rpath -Xlinker -z -Xlinker now -Xlinker -z -Xlinker relro -Xlinker --strip-debug \
    -Xswiftc -use-ld=lld -Xlinker --icf=safe $(PACKED) -Xswiftc -Xfrontend -Xswiftc -function-sections \
    -Xswiftc -Xfrontend -Xswiftc -internalize-at-link \
    -Xcc -fstack-protector-strong -Xcc '-I$(CURDIR)/$(ICU_DATA)' -Xcc '-ffile-prefix-map=$(CURDIR)=.' -Xcxx '-ffile-prefix-map=$(CURDIR)=.' \
    -Xswiftc -file-prefix-map -Xswiftc '$(CURDIR)=.' -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
# Addresses that the loader puts in are told in a tenth of the room, which glibc understands from 2.36 on. It is built where it is to run.
PACKED = $(if $(shell printf '%s\n' 2.36 "$$(getconf GNU_LIBC_VERSION | cut -d ' ' -f 2)" | sort -CV && echo yes),-Xlinker -z -Xlinker pack-relative-relocs)
# No library asks the program for a symbol: it shows none, though the toolchain would have it show all.
PROGRAM = -Xlinker --version-script=.ci/no-symbols.map
# Of ICU, which Foundation brings, the program takes the data that it asks for.
ICU_DATA = .build/icu
# For a library that has no Swift in it: it is not to ask for Swift's where it runs.
PLAIN_LIBRARY = -Xswiftc -static-stdlib -Xswiftc -nostartfiles

BUILD_PACKAGES = ca-certificates g++ git libcurl4-openssl-dev libgcrypt20-dev libgsf-1-dev libpoppler-private-dev \
    libseccomp-dev libsqlite3-dev libsystemd-dev libtomlplusplus-dev libxlsxwriter-dev libxml2-dev libzip-dev libzstd-dev pkg-config poppler-data python3
DEB_PACKAGES = debhelper dpkg-dev fakeroot po-debconf
DEB_TEST_PACKAGES = binutils dbus lintian mmdebstrap systemd systemd-container systemd-sysv util-linux
# Fonts of the sweep.
SWEEP_PACKAGES = fonts-arphic-ukai fonts-arphic-uming fonts-wqy-zenhei
TEST_PACKAGES = acl chromium curl dbus e2fsprogs fish fonts-noto-cjk groff iproute2 libreoffice-calc-nogui libreoffice-writer-nogui msmtp nginx \
    openssh-client openssh-server openssl perl poppler-utils procps python3 samba smbclient sqlite3 sshpass strace systemd systemd-container systemd-journal-remote \
    systemd-sysv unzip util-linux zsh

bindir = $(PREFIX)/bin
libdir = $(PREFIX)/lib
# The program looks for its worker there, from its own place.
libexecdir = $(PREFIX)/libexec/nianbao
datadir = $(PREFIX)/share
unitdir = $(libdir)/systemd/system
confdir = $(SYSCONFDIR)/nianbao
units = $(notdir $(wildcard systemd/*.service systemd/*.socket systemd/*.path systemd/*.timer))
dropins = $(patsubst systemd/%,%,$(wildcard systemd/*.service.d/*.conf))
manuals = $(patsubst docs/man/%,%,$(wildcard docs/man/*.[1-8] docs/man/zh_CN/*.[1-8]))
# What shells complete, each where its own packages put theirs.
zshdir = zsh/vendor-completions
completions = bash:bash-completion/completions/nianbao zsh:$(zshdir)/_nianbao fish:fish/vendor_completions.d/nianbao.fish
# Where the page of the shell's variable page goes: zh_CN/x.8 to zh_CN/man8/x.8
manual = $$(dirname "$$page")/man$${page\#\#*.}/$$(basename "$$page")
# The names that it is asked for by, from its section NAME.
names = $$(sed -n '/^\.SH \(NAME\|名称\)$$/{n; s/ \\- .*//; s/\\-/-/g; s/,//g; p}' "docs/man/$$page")
documents = README.md LICENSE $(wildcard docs/*.md docs/pictures/*.png) $(shell find docs/samples -type f -size +0 | sort) $(shell find systemd/examples -type f | sort)

.PHONY: all build install uninstall demo test torture check deps build-deps swift clean

all: build

build: build-deps
	@$(MAKE) --no-print-directory programs

# The same where the packages are there already, as when a package is made.
.PHONY: programs
programs: swift
	@echo '==> 编译正式版（首次需要几分钟，以后只编译改动的部分）'
	@.ci/icu-data $(ICU_DATA)
	@for product in $(PRODUCTS); do \
	    echo "swift build --product $$product"; \
	    case $$product in \
	        nianbao-poppler|nianbao-http) name="$(PLAIN_LIBRARY) -Xlinker -soname -Xlinker lib$$product.so" ;; \
	        *) name="$(PROGRAM)" ;; \
	    esac; \
	    swift build $(RELEASE) $$name --product $$product || exit 1; done

install:
	@for file in '$(BINARY)' '$(WORKER)' '$(PDF_LIBRARY)' '$(HTTP_LIBRARY)'; do \
	    test -x "$$file" || { echo "还没有编译出 $$file，请先运行 make。" >&2; exit 1; }; done
	install -D -s -m 0755 '$(BINARY)' '$(DESTDIR)$(bindir)/nianbao'
	install -D -s -m 0755 '$(WORKER)' '$(DESTDIR)$(libexecdir)/nianbao-reader'
	install -D -s -m 0644 '$(PDF_LIBRARY)' '$(DESTDIR)$(libexecdir)/libnianbao-poppler.so'
	install -D -s -m 0644 '$(HTTP_LIBRARY)' '$(DESTDIR)$(libexecdir)/libnianbao-http.so'
	@# what an earlier edition sent with
	rm -f '$(DESTDIR)$(libexecdir)/nianbao-alerts'
	@$(MAKE) --no-print-directory install-units
	install -D -m 0644 systemd/nianbao.sysusers '$(DESTDIR)$(libdir)/sysusers.d/nianbao.conf'
	install -D -m 0644 systemd/nianbao.tmpfiles '$(DESTDIR)$(libdir)/tmpfiles.d/nianbao.conf'
	install -D -m 0644 systemd/nianbao.catalog '$(DESTDIR)$(libdir)/systemd/catalog/nianbao.catalog'
	install -D -m 0644 systemd/nianbao.preset '$(DESTDIR)$(libdir)/systemd/system-preset/80-nianbao.preset'
	@$(MAKE) --no-print-directory install-manuals
	@$(MAKE) --no-print-directory install-documents
	@for shell in $(completions); do \
	    file='$(DESTDIR)$(datadir)'/$${shell#*:}; install -d "$${file%/*}" && \
	    '$(BINARY)' --generate-completion-script $${shell%%:*} >"$$file" && \
	    sed -i '1{/^#!\//d}' "$$file" || exit 1; done
	@$(MAKE) --no-print-directory install-settings

# The units name the program under /usr; another PREFIX is put in here.
.PHONY: install-units
install-units:
	@install -d '$(DESTDIR)$(unitdir)'
	@for unit in $(units); do \
	    sed 's,/usr/bin/nianbao,$(bindir)/nianbao,' systemd/$$unit >"$(DESTDIR)$(unitdir)/$$unit" && \
	    chmod 0644 "$(DESTDIR)$(unitdir)/$$unit" || exit 1; done
	@for file in $(dropins); do \
	    version=$$(basename $$file .conf); test '$(SYSTEMD)' -ge "$$version" || continue; \
	    install -D -m 0644 systemd/$$file "$(DESTDIR)$(unitdir)/$$file" || exit 1; done

.PHONY: install-documents
install-documents:
	@.ci/install-documents '$(DESTDIR)$(datadir)/doc/nianbao' $(documents)

# A page of several commands is found by each of them.
.PHONY: install-manuals uninstall-manuals
install-manuals:
	@for page in $(manuals); do \
	    file='$(DESTDIR)$(datadir)'/man/$(manual); install -D -m 0644 "docs/man/$$page" "$$file" || exit 1; \
	    for name in $(names); do \
	        link="$${file%/*}/$$name.$${page##*.}"; test "$$link" = "$$file" || ln -sf "$${file##*/}" "$$link" || exit 1; done; done

uninstall-manuals:
	@for page in $(manuals); do \
	    file='$(DESTDIR)$(datadir)'/man/$(manual); for name in $(names); do rm -f "$${file%/*}/$$name.$${page##*.}"; done; done

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

# Nothing of it runs on without its program.
uninstall:
	@if test -z '$(DESTDIR)' && test -d /run/systemd/system; then \
	    systemctl --quiet disable --now nianbao.service nianbao-alerts.service nianbao-collect.service nianbao-collect-alerts.service nianbao-prune.timer || :; \
	    systemctl --quiet stop 'nianbao-remote@*.socket' 'nianbao-remote@*.service' || :; \
	    systemctl --quiet disable nianbao-remote@.socket || :; fi
	rm -f '$(DESTDIR)$(bindir)/nianbao' $(foreach file,$(units) $(dropins),'$(DESTDIR)$(unitdir)/$(file)') \
	    '$(DESTDIR)$(libdir)/sysusers.d/nianbao.conf' '$(DESTDIR)$(libdir)/tmpfiles.d/nianbao.conf' \
	    '$(DESTDIR)$(libdir)/systemd/system-preset/80-nianbao.preset' \
	    '$(DESTDIR)$(libdir)/systemd/catalog/nianbao.catalog' \
	    $(foreach shell,$(completions),'$(DESTDIR)$(datadir)/$(lastword $(subst :, ,$(shell)))')
	@$(MAKE) --no-print-directory uninstall-manuals
	@for folder in $(sort $(dir $(dropins))); do \
	    rmdir --ignore-fail-on-non-empty "$(DESTDIR)$(unitdir)/$$folder" 2>/dev/null || :; done
	rm -rf '$(DESTDIR)$(datadir)/doc/nianbao' '$(DESTDIR)$(libexecdir)'
	@if test -z '$(DESTDIR)' && test -d /run/systemd/system; then systemctl daemon-reload; journalctl --update-catalog; fi
	@echo '保留：$(confdir)（配置）、/var/lib/nianbao（台账和存档）、/var/lib/nianbao-collect（汇集的台账）、/srv/nianbao（收件箱、回执和汇集的网页）'

# The programs are built here, and laid out by debhelper. No network is used but for what swift fetches.
.PHONY: deb test-deb rpm
deb: packages = $(BUILD_PACKAGES) $(DEB_PACKAGES)
deb: swift
	@.ci/packages $(packages)
	debian/rules build
	fakeroot debian/rules binary
	@ls -l dist/*.deb

# For openEuler and Kylin, where it has to be built to be installed; on Debian it can be built and inspected. Nothing is looked up in RPM's list of
# installed packages, which Debian does not keep.
rpm: packages = $(BUILD_PACKAGES) rpm rpmlint
rpm: swift
	@.ci/packages $(packages)
	rpmbuild -bb --build-in-place --nodeps --define '_topdir $(CURDIR)/.build/rpm' --define '_rpmdir $(CURDIR)/dist' rpm/nianbao.spec
	@# it is shown, and is no gate yet: signature, packager and group are for who distributes the package
	-rpmlint --config rpm/rpmlint.toml rpm/nianbao.spec dist/*/nianbao-*.rpm

# On a system of its own, without Swift: install, a January, upgrade, remove, purge. As root.
test-deb: deb
	@.ci/packages $(DEB_PACKAGES) $(DEB_TEST_PACKAGES)
	Tests/PackageTests/run.sh "$$(ls -t dist/nianbao_*.deb | head -1)"

# Beside the Debian package of the same source. As root.
.PHONY: test-rpm
test-rpm: rpm
	@.ci/packages binutils cpio systemd systemd-container systemd-sysv dbus util-linux
	Tests/PackageTests/alike.sh "$$(ls -t dist/nianbao_*.deb | head -1)" "$$(ls -t dist/*/nianbao-*.rpm | head -1)"
	Tests/PackageTests/rpm.sh "$$(ls -t dist/*/nianbao-*.rpm | head -1)"

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
	@# Hundreds of tests run at once, each with a ledger of its own: some 1,500 open files, where 1,024 are the usual limit.
	ulimit -Sn 8192 || ulimit -Sn "$$(ulimit -Hn)"; \
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

# python-docx and pdfplumber, which it measures beside, come from the Python index into a folder of their own.
.PHONY: bench
bench: deps build
	@mkdir -p .build/bench
	@test -x .build/bench/python/bin/python3 || python3 -m venv .build/bench/python
	.build/bench/python/bin/python3 -m pip install --quiet python-docx pdfplumber
	cc -O2 -o .build/bench/floor Tests/Bench/floor.c $$(pkg-config --cflags --libs libxml-2.0 libzip libgcrypt)
	.build/bench/python/bin/python3 Tests/Bench/bench.py --binary '$(BINARY)' --floor .build/bench/floor --write docs/performance.md

.PHONY: instructions
instructions: packages = $(BUILD_PACKAGES) valgrind
instructions: swift
	@.ci/packages $(packages)
	swift build $(RELEASE) --product Instructions
	Tests/Instructions/instructions.py .build/release/Instructions

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
	rm -rf .build stage demo dist debian/nianbao debian/.debhelper debian/files debian/*.substvars debian/*.log debian/debhelper-build-stamp

# What the scripts share. Plain shell, so that a bare machine can run it; sourced, never run.
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
cd "$ROOT"
VENV="$ROOT/.venv"

tell() { printf '%s\n' "$*"; }

stop_with() { # one clear sentence, and a non-zero exit
    printf '%s\n' "$*" >&2
    exit 1
}

right_python() { # prints a Python that is new enough, or says what to install
    for try in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if command -v "$try" >/dev/null && "$try" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            "$try" -c 'import venv, ensurepip' 2>/dev/null ||
                stop_with "Side by Side needs Python's venv module, which is missing here: install it (on Debian: apt install python3-venv)."
            command -v "$try"
            return
        fi
    done
    stop_with "Side by Side needs Python 3.11 or newer, and found $("${PYTHON:-python3}" --version 2>&1 | head -n 1)."
}

hash_of() { cat "$@" | "$VENV/bin/python" -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'; }

why_failed() { # the reason in an install log, in a few words
    if grep -qi "no space left on device" "$1" || [ "$({ df -Pk "$VENV" 2>/dev/null || df -Pk "$ROOT"; } | awk 'END { print $4 }')" -lt 1000 ]; then
        echo "the disk is full"
    else
        grep -i "error" "$1" | tail -n 1 | cut -c 1-200 | sed 's/\.*$//' | grep . || echo "something went wrong"
    fi
}

make_venv() { # make_venv FILE...: the project's own Python, with what these requirement files list
    log=$(mktemp) || stop_with "Nothing can be written in ${TMPDIR:-/tmp}: is the disk full?"
    if ! "$VENV/bin/python" -c '' 2>/dev/null; then
        python=$(right_python) || exit 1
        tell "Making a Python of its own in .venv"
        "$python" -m venv --clear "$VENV" >"$log" 2>&1 || stop_with "The folder .venv could not be made: $(why_failed "$log")."
    fi
    for file in "$@"; do
        stamp="$VENV/installed-$(basename "$file")"
        want=$(hash_of "$file")
        [ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && continue
        tell "Installing the libraries in $file (up to two minutes, and only when they are new)"
        "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$file" >"$log" 2>&1 ||
            stop_with "The libraries could not be installed: $(why_failed "$log"). The whole story is in $log."
        echo "$want" >"$stamp" || stop_with "The folder .venv could not be written: is the disk full?"
    done
    rm -f "$log"
    install_ourselves
}

install_ourselves() { # .venv/bin/sidebyside, and the package importable from anywhere: no network, no build
    site=$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    [ "$(cat "$site/sidebyside.pth" 2>/dev/null)" = "$ROOT" ] || echo "$ROOT" >"$site/sidebyside.pth"
    [ -x "$VENV/bin/sidebyside" ] && [ "$(head -n 1 "$VENV/bin/sidebyside")" = "#!$VENV/bin/python" ] && return
    printf '#!%s\nimport sys\n\nfrom sidebyside.cli import main\n\nsys.exit(main())\n' "$VENV/bin/python" >"$VENV/bin/sidebyside"
    chmod +x "$VENV/bin/sidebyside"
}

from_debian() { # from_debian "what for" PACKAGE...
    what=$1
    shift
    tell "Installing $* from Debian's packages ($what)"
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    command -v apt-get >/dev/null || stop_with "Tests need $what: install it and try again."
    log=$(mktemp)
    if ! { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends "$@"; } \
        >"$log" 2>&1 </dev/null; then
        stop_with "Tests need $what, which could not be installed: $(why_failed "$log"). The whole story is in $log."
    fi
    rm -f "$log"
}

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

need_chromium() {
    find_chromium >/dev/null || from_debian "a browser" chromium
    SIDEBYSIDE_CHROMIUM=$(find_chromium) || stop_with "Tests need a browser: Chromium was installed and cannot be found."
    export SIDEBYSIDE_CHROMIUM
}

PDF_LIBRARIES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

can_make_pdfs() { "$VENV/bin/python" -c 'import weasyprint' >/dev/null 2>&1; }

need_pdf_libraries() {
    # shellcheck disable=SC2086
    can_make_pdfs || from_debian "PDFs" $PDF_LIBRARIES
    can_make_pdfs || stop_with "Tests need what PDFs are made with: $PDF_LIBRARIES were installed and cannot be used."
}

need_node_packages() { # axe-core, which the browser tests ask, and what the look is built from
    command -v node >/dev/null && command -v npm >/dev/null || from_debian "Node" nodejs npm
    stamp="$ROOT/node_modules/.installed"
    want=$(hash_of package.json package-lock.json)
    [ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && return
    tell "Installing axe-core and the look's sources with npm"
    log=$(mktemp)
    npm ci --no-audit --no-fund >"$log" 2>&1 </dev/null || stop_with "npm could not install: $(why_failed "$log"). The whole story is in $log."
    echo "$want" >"$stamp"
    rm -f "$log"
}

find_postgres() { # the folder with initdb and pg_ctl, newest first
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(pg_config --bindir 2>/dev/null || true)"; do
        if [ -x "$folder/initdb" ]; then
            echo "$folder"
            return
        fi
    done
    return 1
}

start_postgres() { # a server of our own in a temporary folder: sets SIDEBYSIDE_DATABASE_URL, gone when the script ends
    find_postgres >/dev/null || from_debian "PostgreSQL" postgresql
    bin=$(find_postgres) || stop_with "Tests need PostgreSQL: it was installed and cannot be found."
    pg=$(mktemp -d /tmp/sbs-pg.XXXXXX)
    log="$pg/log"
    as_postgres=""
    if [ "$(id -u)" = 0 ]; then # initdb refuses root
        chown postgres "$pg"
        as_postgres="runuser -u postgres --"
    fi
    trap stop_postgres EXIT
    trap 'exit 130' INT TERM
    {
        (cd / && $as_postgres "$bin/initdb" -D "$pg/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync &&
            $as_postgres "$bin/pg_ctl" -D "$pg/data" -l "$log" -w -t 60 \
                -o "-k $pg -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start)
    } >"$pg.setup" 2>&1 </dev/null || stop_with "PostgreSQL did not start: $(tail -n 1 "$pg.setup")"
    rm -f "$pg.setup"
    POSTGRES_URL="postgresql://postgres@/sidebyside?host=$pg"
}

stop_postgres() {
    (cd / && $as_postgres "$bin/pg_ctl" -D "$pg/data" -m immediate stop) >/dev/null 2>&1 || true
    rm -rf "$pg" "$pg.setup"
}

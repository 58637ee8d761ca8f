#!/usr/bin/env bash
# Asks the OSV database for known vulnerabilities of every pinned package, and says plainly where it cannot be asked.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! build/lint/bin/python -c 'import socket; socket.create_connection(("api.osv.dev", 443), timeout=10).close()' 2>/dev/null; then
  echo "NOT AUDITED: the advisory database (api.osv.dev) cannot be reached from here. Nothing was found because nothing was asked." >&2
  exit 3
fi
found=0
for lock in requirements.lock requirements-dev.lock deploy/requirements-lint.lock; do
  echo "== $lock"
  build/lint/bin/pip-audit --vulnerability-service osv --disable-pip --require-hashes --progress-spinner off --requirement "$lock" || found=1
done
exit "$found"

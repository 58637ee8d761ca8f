#!/usr/bin/env bash
# Holds everything in deploy/ against its linter or schema. The tools live in build/lint, apart from the assistant's own environment.
set -euo pipefail
cd "$(dirname "$0")/.."

schema_package="@microsoft/app-manifest@1.1.2"
schema_in_it="package/build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json"
schema_sha256="0dcb63b628d05441cee2d5f15f43e371f305a8e50db423daa99b36b6d7c79845"
tools=build/lint/bin
failed=0

check() { # what, command ...: says what is checked, and goes on where it fails
  echo "== $1"
  shift
  "$@" || { echo "   FAILED: $*" >&2; failed=1; }
}

fetch_schema() { # Microsoft's schema of the manifest, out of its npm package; it is not ours to keep here
  mkdir -p build/app-manifest
  [ -f build/app-manifest/schema.json ] || {
    (cd build/app-manifest && npm pack --silent --ignore-scripts "$schema_package" >/dev/null && tar xzf ./*.tgz "$schema_in_it") &&
      mv "build/app-manifest/$schema_in_it" build/app-manifest/schema.json
  }
  echo "$schema_sha256  build/app-manifest/schema.json" | sha256sum --check --status
}

# shellcheck disable=SC2329  # `check` runs it
make_package() { # with settings of nobody, for the manifest alone
  env ASSISTANT_APP_ID=11111111-2222-3333-4444-555555555555 ASSISTANT_APP_TENANT=66666666-7777-8888-9999-000000000000 \
    ASSISTANT_APP_TYPE=managed-identity ASSISTANT_PUBLISHER="University of Northshore" \
    ASSISTANT_WEBSITE_URL=https://www.example.ac.uk/a ASSISTANT_PRIVACY_URL=https://www.example.ac.uk/p \
    ASSISTANT_TERMS_URL=https://www.example.ac.uk/t ASSISTANT_PUBLIC_URL=https://assistant.example.ac.uk \
    .venv/bin/python -m bot package build/lint-app.zip --schema build/app-manifest/schema.json
}

# shellcheck disable=SC2329  # `check` runs it
parse_bicep() {
  "$tools/python" - deploy/azure/*.bicep <<'PYTHON'
import sys
from pathlib import Path
from pycep import BicepParser
for name in sys.argv[1:]:
    BicepParser().parse(file_path=Path(name))
PYTHON
}

check "shell scripts (shellcheck)" "$tools/shellcheck" deploy/*.sh .ci/run
check "Dockerfile (hadolint)" "$tools/hadolint" deploy/Dockerfile
check "compose.yaml (its schema)" "$tools/check-jsonschema" --quiet --builtin-schema vendor.compose-spec deploy/compose.yaml
check "alerts.yaml (its schema)" "$tools/check-jsonschema" --quiet --schemafile deploy/alerts.schema.json deploy/alerts.yaml
check "Bicep (syntax)" parse_bicep
check "Bicep and Dockerfile (checkov; what it may skip says why, in its place)" \
  "$tools/checkov" --skip-download --quiet --compact --directory deploy --framework bicep --framework dockerfile
if ! command -v npm >/dev/null; then
  echo "== app manifest: LEFT OUT, as npm is missing and Microsoft's schema comes from there. Install Node.js with npm to check it." >&2
elif ! fetch_schema; then
  echo "== app manifest: LEFT OUT, as $schema_package could not be fetched, or is not the one that was looked at before." >&2
else
  check "app manifest (Microsoft's schema)" make_package
fi
[ "$failed" = 0 ] && echo "Everything in deploy/ is as it should be."
exit "$failed"

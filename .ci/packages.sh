# Sourced by .ci/run: finds Chromium and PostgreSQL's programs, and installs with apt what is not there.
# Sets CHROMIUM_PATH for the browser suites and postgres_bin for .ci/postgres.sh.

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser; do
    if [[ -x $candidate ]]; then
      export CHROMIUM_PATH=$candidate
      return 0
    fi
  done
  return 1
}

find_postgres() {
  postgres_bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
  [[ -n $postgres_bin && -x $postgres_bin/initdb ]]
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

provide_packages() {
  local missing=()
  find_chromium || missing+=(chromium fonts-liberation)
  find_postgres || missing+=(postgresql)
  if ((${#missing[@]})); then
    # RUNLEVEL=1 keeps the packaged database server from starting: the suites use one of their own.
    as_root timeout "$install_seconds" apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout "$install_seconds" \
      apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
  find_chromium
  find_postgres
  printf 'Chromium: %s\nPostgreSQL: %s\n' "$CHROMIUM_PATH" "$postgres_bin"
}

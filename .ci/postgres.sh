# Sourced by .ci/run: a PostgreSQL cluster of this run's own, on a free loopback port, gone with the run.
# Needs $work (a directory everybody may enter) and $postgres_bin; sets TEST_DATABASE_URL.

postgres_pid=''

# PostgreSQL refuses to run as root, so root hands it to an unprivileged account.
as_database_owner() {
  if ((EUID == 0)); then (cd / && runuser -u "$database_owner" -- "$@"); else "$@"; fi
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => {
    console.log(s.address().port); s.close(); });'
}

start_postgres() {
  database_owner=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
  cluster="$work/postgres"
  PGPASSWORD=$(node -p 'require("node:crypto").randomBytes(18).toString("hex")')
  export PGPASSWORD
  database_port=$(free_port)
  mkdir "$cluster"
  printf '%s' "$PGPASSWORD" >"$cluster/password"
  if ((EUID == 0)); then chown -R "$database_owner" "$cluster"; fi
  as_database_owner "$postgres_bin/initdb" --pgdata="$cluster/data" --username=irm --auth=scram-sha-256 \
    --pwfile="$cluster/password" --encoding=UTF8 --locale=C --no-instructions >"$work/initdb.log"
  as_database_owner "$postgres_bin/pg_ctl" --pgdata="$cluster/data" --log="$cluster/log" --wait --timeout=60 \
    -o "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster" start
  postgres_pid=$(as_database_owner head -n 1 "$cluster/data/postmaster.pid")
}

# A database of its own for each run of the suites, so that no run meets another's rows.
fresh_database() {
  "$postgres_bin/createdb" --host=127.0.0.1 --port="$database_port" --username=irm "$1"
  export TEST_DATABASE_URL="postgres://irm:$PGPASSWORD@127.0.0.1:$database_port/$1"
}

stop_postgres() {
  [[ -n $postgres_pid ]] || return 0
  kill -INT "$postgres_pid" 2>/dev/null || return 0
  for _ in {1..100}; do
    kill -0 "$postgres_pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -QUIT "$postgres_pid" 2>/dev/null || true
}

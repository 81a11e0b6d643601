#!/usr/bin/env bash
# Seconds from ./run to the first answered query, with built jars and data present, and the memory of all processes
# together a while later. Linux only: it reads /proc.
#
#   benchmarks/run-startup.sh [REPETITIONS]
#
# CONCORDAT_BENCH_DATA names a data directory to keep; without it one is made, filled with the sample mesh, and deleted.
# CONCORDAT_BENCH_PORT names the server's port (18080), CONCORDAT_BENCH_SETTLE the seconds until memory is read (20).
set -eu

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
repetitions=${1:-3}
port=${CONCORDAT_BENCH_PORT:-18080}
settle=${CONCORDAT_BENCH_SETTLE:-20}
scratch=$(mktemp -d)
data=${CONCORDAT_BENCH_DATA:-$scratch/data}
log=$scratch/log
export CONCORDAT_URL=http://127.0.0.1:$port
run=

stop() {
  [ -n "$run" ] || return 0
  kill -TERM "$run" 2>/dev/null || true
  wait "$run" 2>/dev/null || true
  run=
}
trap 'stop; rm -rf "$scratch"' EXIT

# Starts the stack; its own process is $run.
start() {
  "$root/run" --data-dir "$data" --port "$port" >"$log" 2>&1 &
  run=$!
}

alive() {
  kill -0 "$run" 2>/dev/null || { cat "$log" >&2; exit 1; }
}

# Waits for data behind a token, as a client would see it.
await_answer() {
  until "$root/docs/examples/ask" viewer '{ domains(first: 1) { edges { node { id } } } }' 2>/dev/null | grep -q '"id"'; do
    alive
    sleep 0.1
  done
}

# A process and all that it started.
tree() {
  local child
  echo "$1"
  for child in $(pgrep -P "$1"); do tree "$child"; done
}

# Megabytes of the processes named on the command line: proportional, so that shared pages count once.
megabytes() {
  local pid
  for pid in "$@"; do cat "/proc/$pid/smaps_rollup" 2>/dev/null || true; done |
    awk '/^Pss:/ { sum += $2 } END { printf "%.0f", sum * 1024 / 1e6 }'
}

# The children of the stack's own process by what they run.
name() {
  tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -o 'Neo4jProcess\|MongoProcess\|postgres\|server-[0-9]' | head -n 1
}

echo "Filling $data ..."
start
until grep -q 'Ctrl-C' "$log"; do alive; sleep 0.5; done
await_answer
stop

echo "Load before: $(uptime | sed 's/.*load average/load average/')"
echo "| run | seconds to the first answered query | MB of all processes | of which |"
echo "|---|---|---|---|"
for repetition in $(seq "$repetitions"); do
  began=$(date +%s%N)
  start
  await_answer
  nanos=$(($(date +%s%N) - began))
  sleep "$settle"
  parts="launcher $(megabytes "$run")"
  for child in $(pgrep -P "$run"); do
    parts="$parts, $(name "$child" | sed 's/Process//; s/server-.*/server/') $(megabytes $(tree "$child"))"
  done
  echo "| $repetition | $((nanos / 1000000000)).$((nanos / 100000000 % 10)) | $(megabytes $(tree "$run")) | $parts |"
  stop
done
echo "Load after: $(uptime | sed 's/.*load average/load average/')"

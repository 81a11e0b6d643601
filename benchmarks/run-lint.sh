#!/usr/bin/env bash
# How long `./concordat lint` takes over a directory of contracts that the sample mesh is grown to, as a whole process.
#
#   benchmarks/run lint [CONTRACTS [REPETITIONS]]
set -eu

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"
. local-stack/find-jdk.sh
find_jdk || exit 13
count=${1:-847}
repetitions=${2:-10}

./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl sample-mesh -am package
./concordat --version >/dev/null
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
"$JAVA_HOME/bin/java" -cp sample-mesh/target/sample-mesh.jar io.concordat.sample.MeshFiles "$directory" "$count"
echo "Load before: $(uptime | sed 's/.*load average/load average/')"
size=$(du -sk "$directory" | cut -f 1)
echo "$count contracts, $size kB"

# Of each run: milliseconds on the clock and milliseconds of processor time.
times() {
  local i TIMEFORMAT='%R %U %S'
  for ((i = 0; i < repetitions; i++)); do
    { time "$@" >/dev/null 2>&1; } 2>&1
  done | awk '{ print int($1 * 1000), int(($2 + $3) * 1000) }' | sort -n
}

report() {
  local label=$1 files=$2
  awk -v label="$label" -v files="$files" '
    { t[NR] = $1; c[NR] = $2 }
    END {
      median = t[int((NR + 1) / 2)]
      n = asort_numbers(c)
      printf "| %s | %d | %d | %d | %s | %d |\n", label, t[1], median, t[NR], files ? int(files * 1000 / median) : "", c[int((NR + 1) / 2)]
    }
    function asort_numbers(values, i, j, v) {
      for (i = 2; i <= NR; i++) {
        v = values[i]
        for (j = i - 1; j >= 1 && values[j] > v; j--) values[j + 1] = values[j]
        values[j + 1] = v
      }
      return NR
    }'
}

echo "| run | least ms | median ms | most ms | files/s | processor ms |"
echo "|---|---|---|---|---|---|"
times ./concordat --version | report "\`concordat --version\`" 0
one=$(find "$directory" -name '*.odcs.yaml' | sort | head -n 1)
times ./concordat lint "$one" | report "\`concordat lint\` of one" 0
times ./concordat lint "$directory" | report "\`concordat lint\` of $count" "$count"
export CONCORDAT_AOT=off
times ./concordat lint "$one" | report "of one, without the cache" 0
times ./concordat lint "$directory" | report "of $count, without the cache" "$count"
unset CONCORDAT_AOT
times "$JAVA_HOME/bin/java" -Xshare:auto -version | report "\`java -version\`, for comparison" 0
echo "Load after: $(uptime | sed 's/.*load average/load average/')"

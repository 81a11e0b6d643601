#!/usr/bin/env bash
# What the detection of anomalies finds in generated months whose faults are known.
# It needs no store, so only the module of profiles is built.
#
#   benchmarks/run anomalies [FIELDS [SEED]]   fields of each feed (40), first seed (1000000)
set -eu

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"
. local-stack/find-jdk.sh
find_jdk || exit 13

./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl profiles package
exec "$JAVA_HOME/bin/java" -Xmx512m \
  -cp "profiles/target/classes:profiles/target/test-classes:profiles/target/lib/*" \
  io.concordat.profile.anomaly.Trial "$@"

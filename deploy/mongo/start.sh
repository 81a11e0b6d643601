#!/bin/bash
# Starts MongoDB as the one member of the replica set rs0. MongoDB refuses a key file that others may read, and a
# secret that is mounted from a file keeps the mode it has on the host: so the key is copied into memory first.
set -euo pipefail
install -m 0400 /run/secrets/mongo_key /run/concordat/mongo.key
exec docker-entrypoint.sh mongod \
  --replSet rs0 \
  --keyFile /run/concordat/mongo.key \
  --bind_ip_all \
  --wiredTigerCacheSizeGB "${WIREDTIGER_CACHE_GB:-0.5}"

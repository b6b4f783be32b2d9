#!/bin/sh
# make audit: starts the packaged program on free ports with a database of its own, and looks at its API with tools that
# others wrote. Then checks the committed documents. Needs Node 20 or newer; the tools come from the configured npm registry.
set -eu
cd "$(dirname "$0")/../../.."
audit=src/test/audit
work=$(pwd)/target/audit
jar=target/quarkus-app/quarkus-run.jar
key=vk_live_$(node -p 'require("node:crypto").randomBytes(32).toString("hex")')
failed=0

command -v node >/dev/null || { echo "make audit needs Node 20 or newer on the PATH" >&2; exit 1; }
[ -f "$jar" ] || { echo "$jar is missing; build it with: ./mvnw package -Dmaven.test.skip=true" >&2; exit 1; }
mkdir -p "$work"
cmp -s "$audit/package.json" "$work/installed" || {
  (cd "$audit" && npm install --no-progress --ignore-scripts --loglevel=error)
  cp "$audit/package.json" "$work/installed"
}
rm -rf "$work/data"

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
port=$(free_port)
management=$(free_port)

VOUCH_PROFILE=dev VOUCH_HTTP_PORT=$port VOUCH_MANAGEMENT_PORT=$management VOUCH_DATA_DIR="$work/data" \
  VOUCH_BOOTSTRAP_API_KEY=$key java --enable-native-access=ALL-UNNAMED -jar "$jar" >"$work/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT INT TERM

waited=0
until curl -fsS -o /dev/null "http://127.0.0.1:$management/q/health/ready" 2>/dev/null; do
  waited=$((waited + 1))
  if [ "$waited" -gt 120 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "The server did not start; $work/server.log ends:" >&2
    tail -20 "$work/server.log" >&2
    exit 1
  fi
  sleep 1
done

check() {
  name=$1
  shift
  echo "== $name"
  "$@" || { echo "== $name FAILED"; failed=1; }
}

url=http://127.0.0.1:$port
check "GraphQL over HTTP" node "$audit/graphql-over-http.mjs" "$url/graphql" "$key"
check "GraphQL introspection" node "$audit/introspection.mjs" "$url/graphql" "$key"
check "OpenAPI: Spectral and OWASP" "$audit/node_modules/.bin/spectral" lint openapi/openapi.yaml \
  --ruleset "$audit/.spectral.yaml" --fail-severity error --display-only-failures
check "OpenAPI: Redocly" "$audit/node_modules/.bin/redocly" lint openapi/openapi.yaml --config "$audit/redocly.yaml"
check "Comparison of documents" node --test --test-reporter=dot "$audit/openapi-changes.test.mjs"
check "Breaking changes" node "$audit/breaking-changes.mjs"
if grep -q ' ERROR ' "$work/server.log"; then
  echo "== The server logged errors:"
  grep ' ERROR ' "$work/server.log" | head -20
  failed=1
fi
exit "$failed"

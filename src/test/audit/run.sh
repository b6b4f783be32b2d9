#!/bin/sh
# make audit: starts the packaged program on free ports with a database of its own, and looks at its API with tools that
# others wrote. Then checks the committed documents. Needs Node 18.18 or newer with npm; package-lock.json pins the tools.
set -eu
cd "$(dirname "$0")/../../.."
root=$(pwd)
tools=$root/target/audit
jar=target/quarkus-app/quarkus-run.jar
failed=0

for program in node npm java; do
  command -v "$program" >/dev/null || { echo "make audit needs $program on the PATH" >&2; exit 1; }
done
node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major * 100 + +minor < 1818 ? 1 : 0)' ||
  { echo "make audit needs Node 18.18 or newer, found $(node --version)" >&2; exit 1; }
[ -f "$jar" ] || { echo "$jar is missing; build it with: ./mvnw package -Dmaven.test.skip=true" >&2; exit 1; }

# Everything is installed and run below target/, so that the sources stay as they are.
mkdir -p "$tools"
cp -R src/test/audit/. "$tools"
install_tools() {
  (cd "$tools" && npm ci --prefer-offline --no-progress --ignore-scripts --loglevel=error)
}
cmp -s "$tools/package-lock.json" "$tools/installed" || {
  install_tools || { sleep 5; install_tools; } || { sleep 30; install_tools; }
  cp "$tools/package-lock.json" "$tools/installed"
}
rm -rf "$tools/data"

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
port=$(free_port)
management=$(free_port)
key=vk_live_$(node -p 'require("node:crypto").randomBytes(32).toString("hex")')

VOUCH_PROFILE=dev VOUCH_HTTP_PORT=$port VOUCH_MANAGEMENT_PORT=$management VOUCH_DATA_DIR="$tools/data" \
  VOUCH_BOOTSTRAP_API_KEY=$key java --enable-native-access=ALL-UNNAMED -jar "$jar" >"$tools/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT INT TERM

ready() {
  node -e 'fetch(process.argv[1]).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))' \
    "http://127.0.0.1:$management/q/health/ready"
}
waited=0
until ready; do
  waited=$((waited + 1))
  if [ "$waited" -gt 180 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "The server did not start; $tools/server.log ends:" >&2
    tail -20 "$tools/server.log" >&2
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

url=http://127.0.0.1:$port/graphql
check "GraphQL over HTTP" node "$tools/graphql-over-http.mjs" "$url" "$key"
check "GraphQL introspection" node "$tools/introspection.mjs" "$url" "$key"
check "OpenAPI: Spectral and OWASP" "$tools/node_modules/.bin/spectral" lint openapi/openapi.yaml \
  --ruleset "$tools/.spectral.yaml" --fail-severity error --display-only-failures
check "OpenAPI: Redocly" node "$tools/redocly.mjs" openapi/openapi.yaml
check "Comparison of documents" node --test --test-reporter=dot "$tools/openapi-changes.test.mjs" "$tools/breaking-changes.test.mjs"
check "Breaking changes" node "$tools/breaking-changes.mjs"
if grep -q ' ERROR ' "$tools/server.log"; then
  echo "== The server logged errors:"
  grep ' ERROR ' "$tools/server.log" | head -20
  failed=1
fi
exit "$failed"

// node --test: a breaking change fails, and passes once it is named.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('breaking-changes.mjs', import.meta.url));
const SCHEMA = 'type Query { deal: String referral: String }';
const PATHS = '{"paths": {"/deals": {"get": {"operationId": "deals", "responses": {}}}}}';
const BREAKS = ['graphql: Query.deal was removed.', 'openapi: GET /deals is gone'];

// Runs the script on the release above, and on present documents in which both things are gone.
function compare({ schema = SCHEMA.replace('deal: String', ''), paths = '{"paths": {}}', accepted } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'breaking-changes-'));
  try {
    const put = (place, openApi, graphql) => {
      mkdirSync(join(folder, place));
      writeFileSync(join(folder, place, 'openapi.yaml'), openApi);
      writeFileSync(join(folder, place, 'schema.graphql'), graphql);
    };
    put('released', PATHS, SCHEMA);
    put('present', paths, schema);
    if (accepted) writeFileSync(join(folder, 'released', 'accepted.txt'), accepted.join('\n'));
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, join(folder, 'released'), join(folder, 'present')], {
      encoding: 'utf8',
    });
    return { status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('nothing changed: passes', () => {
  assert.equal(compare({ schema: SCHEMA, paths: PATHS }).status, 0);
});

test('breaking changes fail, each by name', () => {
  const { status, stdout } = compare();
  assert.equal(status, 1);
  BREAKS.forEach((change) => assert.ok(stdout.includes(`FAILED ${change}\n`), stdout));
});

test('breaking changes that are all named pass', () => {
  assert.equal(compare({ accepted: ['# why', '', ...BREAKS] }).status, 0);
});

test('one named, one not: fails', () => {
  assert.equal(compare({ accepted: BREAKS.slice(0, 1) }).status, 1);
});

test('a name for what did not change fails', () => {
  assert.equal(compare({ schema: SCHEMA, paths: PATHS, accepted: BREAKS }).status, 1);
});

test('no documents of a release: fails', () => {
  assert.equal(spawnSync(process.execPath, [SCRIPT, tmpdir()]).status, 1);
});

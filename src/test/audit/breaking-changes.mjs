// Compares openapi/ with openapi/released/, the documents of the last release. A breaking change fails unless
// openapi/released/accepted.txt names it, one per line: node breaking-changes.mjs
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { parse } from 'yaml';
import { openApiBreakingChanges } from './openapi-changes.mjs';

const RELEASED = 'openapi/released';
if (!existsSync(`${RELEASED}/openapi.yaml`)) {
  console.log(`Breaking changes: nothing in ${RELEASED} yet; the first release puts the documents there`);
  process.exit(0);
}
const text = (path) => readFileSync(path, 'utf8');
const accepted = new Set(
  existsSync(`${RELEASED}/accepted.txt`)
    ? text(`${RELEASED}/accepted.txt`).split('\n').map((line) => line.trim())
    : [],
);
const changes = [
  ...findBreakingChanges(
    buildSchema(text(`${RELEASED}/schema.graphql`)),
    buildSchema(text('openapi/schema.graphql')),
  ).map((change) => `graphql: ${change.description}`),
  ...openApiBreakingChanges(
    parse(text(`${RELEASED}/openapi.yaml`)),
    parse(text('openapi/openapi.yaml')),
  ).map((change) => `openapi: ${change}`),
];
const open = changes.filter((change) => !accepted.has(change));
open.forEach((change) => console.log(`FAILED ${change}`));
console.log(`Breaking changes: ${changes.length}, of which ${open.length} are not accepted`);
process.exit(open.length > 0 ? 1 : 0);

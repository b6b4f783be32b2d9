// Compares the documents with those of the last release. A breaking change fails unless RELEASED/accepted.txt names it, one
// per line as it is printed here: node breaking-changes.mjs [RELEASED [PRESENT]], by default openapi/released and openapi.
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { parse } from 'yaml';
import { openApiBreakingChanges } from './openapi-changes.mjs';

const [released = 'openapi/released', present = 'openapi'] = process.argv.slice(2);
const text = (folder, name) => readFileSync(`${folder}/${name}`, 'utf8');
const graphql = (folder) => buildSchema(text(folder, 'schema.graphql'));
const openApi = (folder) => parse(text(folder, 'openapi.yaml'));

const accepted = new Set(
  existsSync(`${released}/accepted.txt`)
    ? text(released, 'accepted.txt')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line && !line.startsWith('#'))
    : [],
);
const changes = [
  ...findBreakingChanges(graphql(released), graphql(present)).map((change) => `graphql: ${change.description}`),
  ...openApiBreakingChanges(openApi(released), openApi(present)).map((change) => `openapi: ${change}`),
];
const open = changes.filter((change) => !accepted.has(change));
const untrue = [...accepted].filter((change) => !changes.includes(change));
open.forEach((change) => console.log(`FAILED ${change}`));
untrue.forEach((change) => console.log(`FAILED accepted.txt names what is not so: ${change}`));
console.log(`Breaking changes: ${changes.length}, of which ${open.length} are not accepted`);
process.exit(open.length + untrue.length > 0 ? 1 : 0);

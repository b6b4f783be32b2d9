// The schema that a caller reads from the running server is the committed one: node introspection.mjs URL KEY
import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, findBreakingChanges, getIntrospectionQuery } from 'graphql';

const [url, key] = process.argv.slice(2);
const response = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  body: JSON.stringify({ query: getIntrospectionQuery() }),
});
const { data, errors } = await response.json();
if (errors) {
  console.log('FAILED introspection', JSON.stringify(errors));
  process.exit(1);
}
const served = buildClientSchema(data);
const committed = buildSchema(readFileSync('openapi/schema.graphql', 'utf8'));
const faults = [
  ...findBreakingChanges(committed, served),
  ...findBreakingChanges(served, committed),
].map((change) => change.description);
faults.forEach((fault) => console.log(`FAILED ${fault}`));
console.log(`GraphQL introspection: ${Object.keys(served.getTypeMap()).length} types, ${faults.length} differences`);
process.exit(faults.length > 0 ? 1 : 0);

// The audit of GraphQL over HTTP (graphql-http), against a running server: node graphql-over-http.mjs URL KEY
import { auditServer } from 'graphql-http';

const [url, key] = process.argv.slice(2);

// They want application/json where the caller says nothing; see src/docs/adr/0007.
const ACCEPTED = new Set(['47DE', '80D8']);

const serverErrors = [];
async function fetchFn(target, init = {}) {
  const headers = { ...init.headers, authorization: `Bearer ${key}` };
  const response = await fetch(target, { ...init, headers });
  if (response.status >= 500) {
    serverErrors.push(`${response.status} for ${init.method ?? 'GET'} ${init.body ?? ''}`);
  }
  return response;
}

const results = await auditServer({ url, fetchFn });
const failed = [];
for (const result of results) {
  if (result.status === 'ok') continue;
  // "notice" marks what a server MAY do.
  const counts = result.status !== 'notice' && !ACCEPTED.has(result.id);
  console.log(`${counts ? 'FAILED' : result.status} ${result.id} ${result.name}: ${result.reason}`);
  if (counts) failed.push(result.id);
}
serverErrors.forEach((error) => console.log(`FAILED ${error}`));
console.log(`GraphQL over HTTP: ${results.length} audits, ${failed.length} failed, ${serverErrors.length} server errors`);
process.exit(failed.length + serverErrors.length > 0 ? 1 : 0);

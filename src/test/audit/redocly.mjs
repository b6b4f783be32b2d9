// Redocly's recommended rules: node redocly.mjs openapi.yaml
import { formatProblems, getTotals, lint, loadConfig } from '@redocly/openapi-core';

const [document] = process.argv.slice(2);
const config = await loadConfig({ configPath: new URL('redocly.yaml', import.meta.url).pathname });
const problems = await lint({ ref: document, config });
const totals = getTotals(problems);
formatProblems(problems, { format: 'stylish', totals, version: '' });
console.log(`Redocly: ${totals.errors} errors, ${totals.warnings} warnings`);
process.exit(totals.errors > 0 ? 1 : 0);

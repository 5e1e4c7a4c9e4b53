import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// npm run bench [name]: one of the measurements in bench/, `statistics` unless named; prints lines of JSON.
const dir = new URL('../../../bench/', import.meta.url);
const [name = 'statistics'] = process.argv.slice(2);
if (!readdirSync(fileURLToPath(dir)).includes(`${name}.ts`)) {
  process.stderr.write(`There is no measurement "${name}" in bench/.\n`);
  process.exit(1);
}
await import(new URL(`${name}.ts`, dir).href);

/** `npm run pictures`: the pictures of the documentation, from a platform of its own, after the demo and with a year of work in it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './checks/check.ts';
import { findBrowser } from './checks/find-browser.ts';
import { root } from './platform.ts';
import { startPlatform } from './start-platform.ts';
import { untilAskedToStop } from './stop-signals.ts';

const { signal } = untilAskedToStop();
const logDir = join(root, 'test-results', 'logs');
await mkdir(logDir, { recursive: true });
const chromium = await findBrowser('chromium', join(logDir, 'browsers.log'), signal);
const dataDir = await mkdtemp(join(tmpdir(), 'beian-pictures-'));
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const platform = await startPlatform({ dataDir, ports: 'free', tell, signal });
try {
  const environment = {
    ...process.env,
    BEIAN_URL: platform.baseUrl,
    BEIAN_LOGS: platform.logDir,
    BEIAN_CHROMIUM: chromium,
  };
  for (const [name, script] of [
    ['demo', 'infra/local/src/demo.ts'],
    ['pictures', 'e2e/pictures.ts'],
  ] as const) {
    const { ok, output } = await runProgram(name, script, process.argv.slice(2), { logDir, signal, environment });
    tell(output);
    if (!ok) process.exitCode = 1;
  }
} finally {
  await platform.stop();
  await rm(dataDir, { recursive: true, force: true });
}

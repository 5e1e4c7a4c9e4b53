import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { Filing } from '@beian/contracts/filings.ts';
import { personal } from './journey/people.ts';
import { aFiling, fixtures } from './journey/registration.ts';
import { dataDir } from './journey/running-platform.ts';
import { test } from './pages/windows.page.ts';

/** The operator's command that replaces the keys of personal data, against the platform as it runs. */
const command = fileURLToPath(new URL('../infra/local/src/rotate-keys.ts', import.meta.url));
const run = promisify(execFile);
const rotate = async (...args: string[]) => {
  const { stdout } = await run(process.execPath, [command, '--data', dataDir, ...args]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
const ringOf = async () =>
  (JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8')) as { sealing: { current: string; keys: object } })
    .sealing;

test('keys are replaced while people work: everything is encrypted anew, the old key goes, and nobody is signed out', async () => {
  const filer = await personal('zhangwei');
  const number = await aFiling(filer);
  const document = await filer.upload('transfer_form', fixtures.authorisation);
  const uploaded = await readFile(fixtures.authorisation);
  const before = await ringOf();

  let rotating = true;
  const working = (async () => {
    let reads = 0;
    for (; rotating; reads += 1) {
      const filing = await filer.get<Filing>(`/api/filings/${number}`);
      expect(filing.content.system.safetyOfficerName).toBe('王*国');
      await filer.upload('transfer_form', fixtures.authorisation);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    return reads;
  })();
  working.catch(() => undefined);
  const lines = await rotate();
  rotating = false;
  expect(await working).toBeGreaterThan(2);
  expect(lines.at(-1)).toMatchObject({ step: 'done' });
  expect(lines.find(({ place }) => place === 'application_version.sealed')?.['rows']).toBeGreaterThan(0);
  expect(lines.find(({ place }) => place === 'objects documents/')?.['rows']).toBeGreaterThan(0);

  expect(await rotate('--retire')).toEqual([{ step: 'retired', removed: Object.keys(before.keys) }]);
  const after = await ringOf();
  expect(after.current).not.toBe(before.current);
  expect(Object.keys(after.keys)).toEqual([after.current]);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const { content } = await filer.get<Filing>(`/api/filings/${number}`);
  expect(content.system.safetyOfficerPhone).toBe('139****6789');
  expect(Buffer.from(await filer.bytes(`/api/documents/${document}/content`)).equals(uploaded)).toBe(true);
  // The look-up hash of the account is under the new key, and still the same account.
  const again = await personal('zhangwei');
  expect((await again.get<Filing>(`/api/filings/${number}`)).number).toBe(number);
});

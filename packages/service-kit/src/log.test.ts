import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const module = fileURLToPath(new URL('./log.ts', import.meta.url));
const program = `
  const { createLog } = await import(${JSON.stringify(module)});
  createLog({ service: 'test' }).info({
    name: '王建国', unit: { headName: '陈志远' }, request: { headers: { cookie: 'beian_session=1', authorization: 'Bearer 1' } },
    applicationId: 'a-1', err: Object.assign(new Error('王建国'), { severity: 'ERROR', routine: 'r', detail: '陈志远' }),
  }, 'said');
`;

it('a line of the log is JSON with the service, and keeps names, cookies and tokens out', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const line = JSON.parse(stdout) as Record<string, unknown>;
  expect(line).toMatchObject({ service: 'test', msg: 'said', applicationId: 'a-1', name: '[hidden]' });
  for (const secret of ['王建国', '陈志远', 'beian_session', 'Bearer']) expect(stdout).not.toContain(secret);
});

// A device of Linux that is always full.
it.runIf(existsSync('/dev/full'))('a log that cannot be written ends no process', async () => {
  const long = `
    const { createLog } = await import(${JSON.stringify(module)});
    const log = createLog({ service: 'test' });
    for (let i = 0; i < 3000; i += 1) log.info({ text: 'x'.repeat(1000) }, 'said');
    process.exitCode = 7;
  `;
  const args = ['--input-type=module', '-e', long];
  const child = spawn(process.execPath, args, { stdio: ['ignore', openSync('/dev/full', 'w'), 'inherit'] });
  expect(await once(child, 'exit')).toEqual([7, null]);
});

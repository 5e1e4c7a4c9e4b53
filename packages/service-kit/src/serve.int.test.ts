import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { freePort } from '@beian/local/servers/ports.ts';

const program = fileURLToPath(new URL('./planted/slow-service.ts', import.meta.url));

it('on SIGTERM a service answers what it has begun, takes nothing new, stops its parts in order and ends with 0', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, [program], { env: { ...process.env, PORT: String(port) } });
  // Listened for from the beginning: it may come together with the last answer.
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const said = (text: string) => expect.poll(() => output, { timeout: 60_000, interval: 10 }).toContain(text);
  try {
    await said('listening');
    const open = fetch(`http://127.0.0.1:${port}/slow`);
    await said('working');
    child.kill('SIGTERM');
    await said('stopping');
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
    expect(await (await open).text()).toBe('done');
    const [code] = await exited;
    expect(code).toBe(0);
    const words = ['stopping', 'released', 'first step', 'a step of the shutdown failed', 'last step', 'stopped'];
    const positions = words.map((word) => output.indexOf(`"msg":"${word}"`));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
  } finally {
    child.kill('SIGKILL');
  }
});

import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { natsAils, startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { supervise } from '@beian/local/supervise.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { natsDurability } from './nats-durability.ts';
import { connectNats } from './nats.ts';

const run = promisify(execFile);

/** A disk of 16 MB of its own, or undefined where nobody may mount one. */
async function aSmallDisk(): Promise<string | undefined> {
  const at = `${servers().dir}/disk-${aSpace()}`;
  await mkdir(at, { recursive: true });
  return run('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', at]).then(
    () => at,
    () => undefined,
  );
}
const disk = await aSmallDisk();

it.runIf(disk)(
  'NATS whose disk was full takes no event afterwards; it is seen, started again, and takes them',
  async () => {
    const dataDir = `${disk}/nats`;
    let nats: NatsServer | undefined;
    const launch = async () => {
      const { port, monitoringUrl } = nats ?? {};
      const monitoringPort = monitoringUrl === undefined ? undefined : Number(new URL(monitoringUrl).port);
      nats = await startNats({ dataDir, ...(port && monitoringPort ? { port, monitoringPort } : {}) });
      return nats;
    };
    const said: string[] = [];
    const unit = supervise('NATS', launch, (line) => said.push(line), {
      ails: () => natsAils(nats?.monitoringUrl ?? ''),
      everyMs: 500,
      times: 20,
    });
    await unit.start();
    const { url = '', monitoringUrl } = nats ?? {};
    const events = connectNats({ url, name: 'test' });
    onTestFinished(async () => {
      await events.close();
      await unit.stop();
      await run('umount', [disk ?? '']);
    });
    const subject = events.subjectOf('document.released');
    /** Whether it took an event. */
    const takes = async () =>
      (await events.jetstream()).js.publish(subject, 'x'.repeat(100_000)).then(
        () => true,
        () => false,
      );
    expect(await takes()).toBe(true);
    await natsDurability(monitoringUrl);

    await run('dd', ['if=/dev/zero', `of=${disk}/ballast`, 'bs=4096']).catch(() => undefined);
    await expect.poll(takes, { timeout: 5000 }).toBe(false);
    await rm(`${disk}/ballast`);
    // Room alone does not help.
    await expect(natsDurability(monitoringUrl)).rejects.toThrow(/until it is started again: .*write error/);
    await expect.poll(takes, { timeout: 30_000, interval: 500 }).toBe(true);
    expect(said[0]).toMatch(/^NATS runs and is of no use: .*no space left on device/);
    await natsDurability(monitoringUrl);
  },
  60_000,
);

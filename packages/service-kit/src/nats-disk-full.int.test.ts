import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
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
    let lookedAfter = false;
    const unit = supervise('NATS', launch, (line) => said.push(line), {
      ails: async () => (lookedAfter ? natsAils(nats?.monitoringUrl ?? '') : undefined),
      everyMs: 500,
      times: 4,
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
    // It is asked for a second and a half, which a busy machine may need for another.
    const isDurable = () => vi.waitFor(() => natsDurability(monitoringUrl), 60_000);
    expect(await takes()).toBe(true);
    await isDurable();

    await run('dd', ['if=/dev/zero', `of=${disk}/ballast`, 'bs=4096']).catch(() => undefined);
    await expect.poll(takes, { timeout: 60_000 }).toBe(false);
    await rm(`${disk}/ballast`);
    // Room alone does not help.
    const refused = /until it is started again: .*write error/;
    await vi.waitFor(() => expect(natsDurability(monitoringUrl)).rejects.toThrow(refused), 60_000);
    expect(await takes()).toBe(false);
    lookedAfter = true;
    await expect.poll(takes, { timeout: 60_000, interval: 500 }).toBe(true);
    expect(said[0]).toMatch(/^NATS runs and is of no use: .*no space left on device/);
    await isDurable();
  },
  180_000,
);

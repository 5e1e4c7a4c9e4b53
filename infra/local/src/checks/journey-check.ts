import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromOneAddress } from '../one-address.ts';
import { seconds } from '../progress.ts';
import { type Platform, startPlatform } from '../start-platform.ts';
import { demoSeconds } from './browser-test-seconds.ts';
import { browserTests, browserTestsFor } from './browser-tests.ts';
import { type Check, total } from './check.ts';
import { demoPlayed } from './demo-played.ts';
import { findBrowser } from './find-browser.ts';

/** A browser test waits more than it works: two platforms keep two cores busy, and no test meets the people of another half. */
const platforms = 2;
/** The platform on which the demo is played before its tests. */
const withDemo = 0;
/** Everybody who plays signs in from one address: on a quick machine more often in a minute than is let in. */
const serviceEnv = { LIMIT_SIGN_IN: fromOneAddress.LIMIT_SIGN_IN };

/** The whole platform on free ports and empty data, twice: it comes up, the demo plays, the browser tests run, it goes down. */
export const journeyCheck: Check = {
  name: 'the platform, the demo and the browser tests',
  async run(context) {
    const installLog = join(context.logDir, 'browsers.log');
    const environment = {
      ...context.environment,
      BEIAN_CHROMIUM: await findBrowser('chromium', installLog, context.signal),
      BEIAN_FIREFOX: await findBrowser('firefox', installLog, context.signal),
    };
    const dataDir = await mkdtemp(join(tmpdir(), 'beian-journey-'));
    const running: Platform[] = [];
    // What a platform tells once it runs is of processes that did not stay so.
    const told: string[] = [];
    try {
      // One after the other: neither takes a port that the other has just found free.
      for (let part = 0; part < platforms; part += 1) {
        running.push(
          await startPlatform({
            dataDir: join(dataDir, String(part)),
            ports: 'free',
            serviceEnv,
            signal: context.signal,
            tell: (line) => running.length > part && told.push(line),
          }),
        );
      }
      const halves = await browserTestsFor(running.map((_, part) => (part === withDemo ? demoSeconds : 0)));
      const began = Date.now();
      const parts = await Promise.all(
        running.map(async ({ baseUrl, logDir }, part) => {
          const here = { ...context, environment: { ...environment, BEIAN_URL: baseUrl, BEIAN_LOGS: logDir } };
          const demo = part === withDemo ? [await demoPlayed(here)] : [];
          const tests = await browserTests(halves[part] ?? [], part, here, logDir);
          return { outcomes: [...demo, tests], took: seconds(Date.now() - began) };
        }),
      );
      const notes = [`the platforms were done after ${parts.map(({ took }) => took).join(' and ')}`, ...told].join(
        '\n',
      );
      return total([{ passed: running.length, failed: 0, notes }, ...parts.flatMap(({ outcomes }) => outcomes)]);
    } finally {
      for (const platform of running) await platform.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

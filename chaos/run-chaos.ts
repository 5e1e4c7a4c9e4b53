import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform } from '@beian/local/start-platform.ts';
import { openCast } from './cast.ts';
import { carryOut, killsOf } from './kills.ts';
import { emptyLedger } from './ledger.ts';
import type { Options } from './options.ts';
import { noTraffic } from './patient-session.ts';
import { planOf } from './plan.ts';
import { playCases } from './play/play-case.ts';
import { openUnits } from './units.ts';
import { readAbsorbed } from './verdict/absorbed.ts';
import { openEngine } from './verdict/engine.ts';
import { readFacts } from './verdict/facts.ts';
import { judge, kindsOfDamage, type Damage } from './verdict/judge.ts';
import { unreadableDocuments } from './verdict/read-documents.ts';
import { untilSettled } from './verdict/settle.ts';
import { brokenChains } from './verdict/verify-chains.ts';
import { watchFor } from './watch.ts';
import { takeAway } from './without.ts';

export type Line = { chaos: string } & Record<string, unknown>;
type Print = (line: Line) => void;

const progressEveryMs = 15_000;
/** Damage beyond this is counted and not shown. */
const shown = 40;
/** The load comes from one address. */
const limits = { LIMIT_GENERAL: '1000000', LIMIT_SIGN_IN: '10000', LIMIT_UPLOADS: '100000' };

/**
 * Plays applications of all five businesses through the gateway while every component is killed with SIGKILL at moments of the seed's
 * choosing, on a platform of its own; then holds what was promised against what the databases say. Answers the damage: none, if all is well.
 */
export async function runChaos(options: Options, print: Print, signal: AbortSignal): Promise<Damage[]> {
  const dataDir = options.data ?? (await mkdtemp(join(tmpdir(), 'beian-chaos-')));
  const platform = await startPlatform({ dataDir, ports: 'free', serviceEnv: limits, logLevel: 'warn', signal });
  try {
    return await Promise.race([suffer(platform, options, print), broken(signal)]);
  } finally {
    await platform.stop();
    if (options.data === undefined) await rm(dataDir, { recursive: true, force: true });
  }
}

async function suffer(platform: Platform, options: Options, print: Print): Promise<Damage[]> {
  const { seed, applications, lanes, without } = options;
  const cases = planOf(seed, applications);
  const kills = killsOf(seed, options);
  if (without) await takeAway(without, platform.databaseUrl);
  const traffic = noTraffic();
  const cast = await openCast(platform.baseUrl, traffic);
  const unitOf = await openUnits(cast);
  const ledger = emptyLedger();
  const accepted = () => ledger.accepted.filter((one) => !one.part).length;
  const { seed: _, ...shape } = options;
  print({ chaos: 'started', seed, ...shape, cases: cases.length, kills: kills.length, at: platform.baseUrl });

  const began = Date.now();
  const watch = watchFor(platform);
  const progress = setInterval(() => {
    const { requests, repeated } = traffic;
    const seconds = Math.round((Date.now() - began) / 1000);
    print({ chaos: 'progress', seconds, accepted: accepted(), requests, repeated, failures: ledger.failures.length });
  }, progressEveryMs);
  let over = false;
  const killing = carryOut(platform, kills, {
    accepted,
    over: () => over,
    expect: watch.expect,
    tell: (killed) => print({ chaos: 'killed', ...killed }),
  });
  await playCases({ seed, cast, ledger, unitOf }, cases, lanes).finally(() => (over = true));
  await killing;
  clearInterval(progress);
  const playedMs = Date.now() - began;

  const engine = openEngine(platform.ports);
  try {
    const { settledMs } = await untilSettled(engine, platform.databaseUrl);
    const facts = await readFacts(platform.databaseUrl);
    const damage = judge({
      ledger,
      accounts: cast.accounts,
      facts,
      runs: await engine.runs(),
      backlog: await engine.backlog(),
      fallen: watch.stop(),
      unreadable: await unreadableDocuments(cast, facts),
      brokenChains: await brokenChains(cast.auditor),
    });
    for (const one of damage.slice(0, shown)) print({ chaos: 'damage', ...one });
    print({
      chaos: 'verdict',
      ...Object.fromEntries(kindsOfDamage.map((what) => [what, damage.filter((one) => one.what === what).length])),
      seed,
      accepted: accepted(),
      applications,
      kills: kills.length,
      filings: facts.filings.length,
      notifications: facts.notifications.reduce((sum, one) => sum + one.rows, 0),
      playedSeconds: Math.round(playedMs / 1000),
      settledSeconds: Math.round(settledMs / 1000),
      absorbed: await readAbsorbed(platform.databaseUrl),
      ...traffic,
    });
    return damage;
  } finally {
    await engine.close();
  }
}

function broken(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The run was broken off.')), { once: true });
  });
}

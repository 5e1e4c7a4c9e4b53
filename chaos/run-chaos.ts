import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromOneAddress } from '@beian/local/one-address.ts';
import { startPlatform, type Platform } from '@beian/local/start-platform.ts';
import { type Cast, openCast } from './cast.ts';
import { carryOutFreezes, freezesOf } from './freezes.ts';
import { carryOut, killsOf } from './kills.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import type { Options } from './options.ts';
import { noTraffic } from './patient-session.ts';
import { planOf } from './plan.ts';
import { playCases } from './play/play-case.ts';
import { replayOnce } from './replay.ts';
import { slowDownAStep } from './slow-step.ts';
import { openUnits } from './units.ts';
import { collectEvidence } from './verdict/collect-evidence.ts';
import { openEngine, type Engine } from './verdict/engine.ts';
import type { Damage } from './verdict/judge.ts';
import { verdictLine } from './verdict/verdict-line.ts';
import { watchFor } from './watch.ts';
import { takeAway } from './without.ts';

export type Line = { chaos: string } & Record<string, unknown>;
type Print = (line: Line) => void;

const progressEveryMs = 15_000;
/** Damage of a kind beyond this is counted and not shown. */
const shownOfAKind = 20;

/**
 * Plays applications of all five businesses through the gateway while every component is killed with SIGKILL at moments of the seed's
 * choosing, on a platform of its own; then holds what was promised against what the databases say. Answers the damage: none, if all is well.
 */
export async function runChaos(options: Options, print: Print, signal: AbortSignal): Promise<Damage[]> {
  const dataDir = options.data ?? (await mkdtemp(join(tmpdir(), 'beian-chaos-')));
  const platform = await startPlatform({
    dataDir,
    ports: 'free',
    serviceEnv: fromOneAddress,
    logLevel: 'warn',
    signal,
  });
  const engine = openEngine(platform);
  try {
    return await Promise.race([suffer({ platform, engine, options, print }), broken(signal)]);
  } finally {
    await engine.close();
    await platform.stop();
    if (options.data === undefined) await rm(dataDir, { recursive: true, force: true });
  }
}

type Run = { platform: Platform; engine: Engine; options: Options; print: Print };

async function suffer(run: Run): Promise<Damage[]> {
  const { platform, engine, options, print } = run;
  const { seed, applications, without } = options;
  if (without) await takeAway(without, platform.databaseUrl);
  // It takes its half minute: of the controls only the one that it is for has it.
  if (without === undefined || without === 'activities') await slowDownAStep(platform.databaseUrl);
  const traffic = noTraffic();
  const cast = await openCast(platform.baseUrl, traffic);
  const ledger = emptyLedger((failure) => print({ chaos: 'failure', ...failure }));
  print({ chaos: 'started', ...options, at: platform.baseUrl });

  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const progress = setInterval(() => {
    const { requests, repeated } = traffic;
    print({ chaos: 'progress', seconds: seconds(), accepted: acceptedIn(ledger), requests, repeated });
  }, progressEveryMs);
  const watch = watchFor(platform);
  await playUnderFaults(run, { cast, ledger, expect: watch.expect }).finally(() => clearInterval(progress));
  const played = { playedSeconds: seconds() };

  const evidence = await collectEvidence({ platform, engine, cast, ledger, fallen: watch.stop });
  const { damage, line } = await verdictLine(platform.databaseUrl, evidence);
  for (const kind of Map.groupBy(damage, (one) => one.what).values()) {
    for (const one of kind.slice(0, shownOfAKind)) print({ chaos: 'damage', ...one });
  }
  const accepted = acceptedIn(ledger);
  print({ chaos: 'verdict', ...line, seed, accepted, applications, ...played, ...traffic });
  return damage;
}

async function playUnderFaults(
  { platform, engine, options, print }: Run,
  { cast, ledger, expect }: { cast: Cast; ledger: Ledger; expect: (pid: number) => void },
): Promise<void> {
  const { seed, applications, lanes } = options;
  const unitOf = await openUnits(cast);
  let over = false;
  const course = { accepted: () => acceptedIn(ledger), over: () => over };
  const faults = Promise.all([
    carryOut(platform, killsOf(seed, options), {
      ...course,
      expect,
      tell: (killed) => print({ chaos: 'killed', ...killed }),
    }),
    carryOutFreezes(platform, freezesOf(seed, options), {
      ...course,
      tell: (frozen) => print({ chaos: 'frozen', ...frozen }),
    }),
    replayOnce(engine, options, { ...course, tell: (consumers) => print({ chaos: 'replayed', consumers }) }),
  ]);
  faults.catch(() => undefined); // awaited below
  await playCases({ seed, cast, ledger, unitOf }, planOf(seed, applications), lanes).finally(() => (over = true));
  await faults;
}

/** Parts of a change were not asked for by themselves. */
const acceptedIn = (ledger: Ledger): number => ledger.accepted.filter((one) => !one.part).length;

function broken(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The run was broken off.')), { once: true });
  });
}

import type { Platform } from '@beian/local/start-platform.ts';
import type { Cast } from '../cast.ts';
import type { Component } from '../kills.ts';
import type { Ledger } from '../ledger.ts';
import type { Engine } from './engine.ts';
import { readFacts } from './facts.ts';
import type { Evidence } from './judge.ts';
import { unreadableDocuments } from './read-documents.ts';
import { untilSettled } from './settle.ts';
import { brokenChains } from './verify-chains.ts';

/** Waits until the platform has come to rest, then reads everything that the verdict is about. `fallen` ends the watch over the processes. */
export async function collectEvidence({
  platform,
  engine,
  cast,
  ledger,
  fallen,
}: {
  platform: Pick<Platform, 'databaseUrl'>;
  engine: Engine;
  cast: Cast;
  ledger: Ledger;
  fallen: () => Component[];
}): Promise<Evidence & { settledSeconds: number }> {
  const settledSeconds = await untilSettled(engine, platform.databaseUrl);
  const facts = await readFacts(platform.databaseUrl);
  return {
    settledSeconds,
    ledger,
    accounts: cast.accounts,
    facts,
    runs: await engine.runs(),
    backlog: await engine.backlog(),
    unreadable: await unreadableDocuments(cast, facts),
    brokenChains: await brokenChains(cast.auditor),
    fallen: fallen(),
  };
}

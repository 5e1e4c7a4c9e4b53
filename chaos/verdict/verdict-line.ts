import { readAbsorbed } from './absorbed.ts';
import type { DatabaseUrl } from './facts.ts';
import { judge, kindsOfDamage, type Damage, type Evidence } from './judge.ts';

/** The damage, and the figures that the last line of a run gives: how much of each kind, how much there was to damage, what was absorbed. */
export async function verdictLine(
  urlOf: DatabaseUrl,
  evidence: Evidence & { settledSeconds: number },
): Promise<{ damage: Damage[]; line: Record<string, unknown> }> {
  const damage = judge(evidence);
  const { facts, settledSeconds } = evidence;
  const counts = kindsOfDamage.map((what) => [what, damage.filter((one) => one.what === what).length]);
  return {
    damage,
    line: {
      ...Object.fromEntries(counts),
      filings: facts.filings.length,
      documents: facts.namedDocuments.length,
      notifications: facts.notifications.reduce((sum, one) => sum + one.rows, 0),
      settledSeconds,
      absorbed: await readAbsorbed(urlOf),
    },
  };
}

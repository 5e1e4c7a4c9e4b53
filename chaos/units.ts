import { aUnit } from '../e2e/journey/registration.ts';
import type { Cast } from './cast.ts';
import type { Filer } from './plan.ts';

/** Credit codes of nobody. Each filer files for all of these units: who takes over a filing goes on under the same code. */
const codes = ['91440300MA5FX1MP11', '91440300MA5FX2MP11', '91440300MA5FX3MP11', '91440300MA5FX4MP11'];

export type UnitOf = (filer: Filer, turn: number) => string;

/** Makes the units that the cases file for, before anything is killed; answers the filer's unit of a case. */
export async function openUnits({ filers }: Pick<Cast, 'filers'>): Promise<UnitOf> {
  const units: Record<Filer, string[]> = { zhangwei: [], lina: [] };
  for (const filer of ['zhangwei', 'lina'] as const) {
    for (const [i, uscc] of codes.entries()) {
      units[filer].push((await aUnit(filers[filer], { uscc, name: `深圳海岸城第${i + 1}管理有限公司` })).id);
    }
  }
  return (filer, turn) => units[filer][turn % codes.length] ?? '';
}

import type { Cast } from './cast.ts';
import { aUnit } from '../e2e/journey/registration.ts';
import type { Filer } from './plan.ts';

/** Credit codes of nobody; each filer files for several units. */
const codes: Record<Filer, readonly string[]> = {
  zhangwei: ['91440300MA5FX1MP11', '91440300MA5FX2MP11', '91440300MA5FX3MP11', '91440300MA5FX4MP11'],
  lina: ['91440300MA5FY1MP11', '91440300MA5FY2MP11', '91440300MA5FY3MP11', '91440300MA5FY4MP11'],
};

/** Makes the units that the cases file for, before anything is killed; answers whose turn it is. */
export async function openUnits({ filers }: Pick<Cast, 'filers'>): Promise<(filer: Filer) => string> {
  const units: Record<Filer, string[]> = { zhangwei: [], lina: [] };
  for (const filer of ['zhangwei', 'lina'] as const) {
    for (const [i, uscc] of codes[filer].entries()) {
      units[filer].push((await aUnit(filers[filer], uscc, `深圳海岸城第${i + 1}管理有限公司`)).id);
    }
  }
  let turn = 0;
  return (filer) => units[filer][(turn += 1) % units[filer].length] ?? '';
}

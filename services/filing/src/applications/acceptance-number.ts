import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';

/**
 * The next acceptance number (受理号): `SL`, the day in Beijing as yyyymmdd, six digits. From a sequence, so that
 * submissions never wait for each other; unlike filing numbers it may have gaps.
 */
export async function nextAcceptanceNumber(em: SqlEntityManager, now: Date): Promise<string> {
  const [row] = await em.execute<{ serial: string }[]>(`select nextval('acceptance_serial') as serial`);
  if (!row) throw new Error('the sequence of acceptance numbers gave nothing');
  return `SL${beijingDay(now).replaceAll('-', '')}${row.serial.padStart(6, '0')}`;
}

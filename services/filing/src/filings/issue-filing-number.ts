import { formatFilingNumber, maxFilingSerial } from '@beian/contracts/filing-number.rules.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';

/**
 * The next filing number of a county (domain.md 5). Part of the settling transaction: a roll-back takes the number back, so
 * there is neither gap nor double. Locks the county's counter until the commit. `filing.serials-exhausted` after 999,999.
 */
export async function issueFilingNumber(em: SqlEntityManager, countyCode: string): Promise<string> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into filing_serial (county_code, kind, last) values (?, 'registration', 1)
     on conflict (county_code, kind) do update set last = filing_serial.last + 1 where filing_serial.last < ?
     returning last`,
    [countyCode, maxFilingSerial],
  );
  if (!row) throw problem('filing.serials-exhausted');
  return formatFilingNumber(countyCode, row.last);
}

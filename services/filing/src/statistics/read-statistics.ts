import { type Statistics, StatisticsQuery } from '@beian/contracts/statistics.ts';
import { applicationKinds, taskAges } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { beijingDay, endOfBeijingDay, startOfBeijingDay } from '../calendar/beijing-time.rules.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import type { Deps } from '../deps.ts';
import { countFlow, countSpentDays } from './count-flow.ts';
import { countStock, countWork } from './count-work.ts';
import { flowOf, hasFigures, stockOf, workOf, type Counted } from './figures.rules.ts';
import { monthsOf, periodOf } from './period.rules.ts';
import { requireReader, scopeFor } from './statistics-scope.ts';
import { workingDayNumbers } from './working-day-numbers.rules.ts';

const mostCounties = 200;

/**
 * The figures of the organs that someone oversees (I41). Five statements and two questions to identity, however much there is:
 * the calendar, what came in and was decided, how long it took, what is open, what is filed.
 */
export async function readStatistics(
  deps: Deps,
  { actor, token }: { actor: Actor; token: string },
  query: StatisticsQuery,
): Promise<Statistics> {
  const staff = requireReader(actor);
  const now = deps.clock.now();
  // With one end left out, the contract could not check it.
  const { from, to } = periodOf(query, beijingDay(now));
  StatisticsQuery.parse({ ...query, from, to });
  const { organ, branches, nameOf } = await scopeFor(deps, { staff, token }, query.organ);
  const em = deps.orm.em.fork();
  const numbers = workingDayNumbers(beijingDay(now), await readCalendar(em));
  const { kind, division } = query;
  const asked = {
    branches,
    from: startOfBeijingDay(from),
    to: endOfBeijingDay(to),
    kind,
    division,
    now,
    numbers,
  };
  const counted: Counted = {
    flow: await countFlow(em, asked),
    spent: await countSpentDays(em, asked),
    work: await countWork(em, asked),
    stock: await countStock(em, asked),
  };
  const all = { under: null, kind: null, month: null };
  const counties = counted.stock
    .flatMap((row) => (row.county === null ? [] : [{ code: row.county, ...stockOf(row) }]))
    .toSorted((a, b) => b.devices - a.devices || a.code.localeCompare(b.code));
  const shown = counties.slice(0, mostCounties);
  const names = await deps.identity.divisionNames(
    shown.map(({ code }) => code),
    token,
  );
  const { retention, ...stock } = stockOf(counted.stock.find((row) => row.under === null && row.county === null));
  return {
    asOf: now.toISOString(),
    organ,
    from,
    to,
    ...(kind ? { kind } : {}),
    ...(division ? { division } : {}),
    totals: { ...flowOf(counted, all), ...workOf(counted, all), ...stock, retention },
    months: monthsOf(from, to).map((month) => ({ month, ...flowOf(counted, { ...all, month }) })),
    kinds: applicationKinds
      .filter((one) => kind === undefined || one === kind)
      .map((one) => ({
        kind: one,
        ...flowOf(counted, { ...all, kind: one }),
        ...workOf(counted, { ...all, kind: one }),
      })),
    organs: [...new Set(branches.map(({ under }) => under))]
      .map((under) => {
        const { retention: _, ...filed } = stockOf(counted.stock.find((row) => row.under === under));
        const key = { ...all, under };
        return {
          organ: { code: under, name: nameOf(under) },
          ...flowOf(counted, key),
          ...workOf(counted, key),
          ...filed,
        };
      })
      .filter(({ organ: _, ...figures }) => hasFigures(figures)),
    ages: taskAges.map((age, i) => {
      const row = counted.work.find((one) => one.age === i);
      return { age, open: row?.open ?? 0, overdue: row?.overdue ?? 0 };
    }),
    counties: shown.map(({ code, ...figures }) => ({ county: { code, name: names[code] ?? code }, ...figures })),
    moreCounties: counties.length - shown.length,
  };
}

import { newId } from '@beian/service-kit/ids.ts';
import { organs } from './actors.ts';
import { aCase, inBeijing } from './cases.ts';
import type { TestPlatform } from './platform.ts';

const { nanshan, futian } = organs;
const tianhe = { code: '440106', name: '广州市公安局天河区分局' };

/** The day on which the known set is counted: a Friday. */
export const countedOn = inBeijing('2026-03-20');

/** Applications and filings whose figures are worked out by hand in `statistics.int.test.ts`. */
export async function knownFigures(platform: TestPlatform): Promise<void> {
  await knownSet(platform);
  await filings(platform);
}

/** Ten applications, worked out by hand below. No holiday lies in March 2026; 13 to 24 February has the Spring Festival. */
async function knownSet(platform: TestPlatform): Promise<void> {
  const approve = 'approve' as const;
  // Two working days: the Saturday of 14 February is one, and the Tuesday after the holidays.
  await aCase(platform, { reviews: [{ opened: '2026-02-13', closed: '2026-02-24', outcome: approve }] });
  // Two and one; the five days in between the filer had it.
  await aCase(platform, {
    reviews: [
      { opened: '2026-03-02', closed: '2026-03-04', outcome: 'return' },
      { opened: '2026-03-09', closed: '2026-03-10', outcome: approve },
    ],
  });
  await aCase(platform, {
    status: 'returned',
    reviews: [
      { opened: '2026-03-03', closed: '2026-03-04', outcome: 'return' },
      { opened: '2026-03-11', closed: '2026-03-12', outcome: 'return', lateCitations: 2 },
    ],
  });
  // Approved once, by two: one and one.
  await aCase(platform, {
    kind: 'transfer',
    reviews: [
      { opened: '2026-03-05', closed: '2026-03-06', outcome: approve },
      { stage: 'second', opened: '2026-03-06', closed: '2026-03-09', outcome: approve },
    ],
  });
  // Received by who has it now, decided by each: one and three.
  await aCase(platform, {
    organ: futian,
    status: 'rejected',
    reviews: [
      { organ: nanshan, opened: '2026-03-10', closed: '2026-03-11', outcome: 'reroute' },
      { opened: '2026-03-11', closed: '2026-03-16', outcome: 'reject' },
    ],
  });
  await aCase(platform, { kind: 'cancellation', reviews: [{ opened: '2026-03-18', due: '2026-03-25' }] });
  // Ten working days old.
  await aCase(platform, { organ: futian, reviews: [{ opened: '2026-03-06', due: '2026-03-13' }] });
  const { id: parentId } = await aCase(platform, { kind: 'change', reviews: [] });
  const part = { kind: 'change', parentId } as const;
  await aCase(platform, { ...part, reviews: [{ opened: '2026-03-12', closed: '2026-03-12', outcome: approve }] });
  await aCase(platform, {
    ...part,
    organ: futian,
    reviews: [{ opened: '2026-03-12', closed: '2026-03-13', outcome: approve }],
  });
  await aCase(platform, {
    organ: tianhe,
    reviews: [{ opened: '2026-03-02', closed: '2026-03-03', outcome: approve }],
  });
  await aCase(platform, { reviews: [{ opened: '2026-01-05', closed: '2026-01-06', outcome: approve }] });
}

/** A filing of three devices, a held one of one device, a cancelled one. */
async function filings(platform: TestPlatform): Promise<void> {
  const { orm } = platform;
  const add = async (number: string, organ: { code: string; name: string }, status: string, devices: object[]) => {
    const em = orm.em.fork();
    // An application of its own, outside of every period.
    const { id: applicationId } = await aCase(platform, { organ, reviews: [{ opened: '2025-06-02' }] });
    await em.execute(`update review_task set status = 'cancelled' where application_id = ?`, [applicationId]);
    const id = newId();
    const held = status === 'held';
    await em.execute(
      `insert into filing (id, number, application_id, uscc, system_name, county_code, organ_code, organ_name, status, version, registered_at, held_by, held_at)
       values (?, ?, ?, '91440300MA5FX1MP11', '系统', ?, ?, ?, ?, 1, ?, ?, ?)`,
      [
        id,
        number,
        applicationId,
        organ.code,
        organ.code,
        organ.name,
        status,
        countedOn,
        held ? applicationId : null,
        held ? countedOn : null,
      ],
    );
    for (const [i, row] of devices.entries()) {
      await em.execute('insert into device (filing_id, serial, row) values (?, ?, ?::jsonb)', [
        id,
        i + 1,
        JSON.stringify(row),
      ]);
    }
  };
  await add('440305A00000001', nanshan, 'valid', [
    { hasSnapshot: true, retentionDays: 30 },
    { hasSnapshot: false, retentionDays: 29 },
    { hasSnapshot: true, retentionDays: 90 },
  ]);
  await add('440304A00000002', futian, 'held', [{ hasSnapshot: false, retentionDays: 60 }]);
  await add('440305A00000003', nanshan, 'cancelled', [{ hasSnapshot: true, retentionDays: 90 }]);
}

import type { Handlers } from '@beian/service-kit/consumer.ts';

/**
 * Events of filings become entries of the register. A filing that is known is brought up to date, never twice and never from an older
 * version, whichever event comes first; a cancelled one stays cancelled.
 */
export const enterFilings: Handlers = {
  'filing.registered': async (change, { data }) => {
    await change.em.execute(
      `insert into register_entry (number, uscc, organ_code, registered_at, version) values (?, ?, ?, ?, ?)
       on conflict (number) do update set registered_at = excluded.registered_at,
         uscc = case when register_entry.version < excluded.version then excluded.uscc else register_entry.uscc end,
         organ_code = case when register_entry.version < excluded.version then excluded.organ_code else register_entry.organ_code end,
         version = greatest(register_entry.version, excluded.version)`,
      [data.filingNumber, data.uscc, data.organCode, new Date(data.registeredAt), data.version],
      'run',
    );
  },
  'filing.changed': async (change, { data }) => {
    await change.em.execute(
      `insert into register_entry (number, uscc, organ_code, registered_at, version) values (?, ?, ?, ?, ?)
       on conflict (number) do update set uscc = excluded.uscc, organ_code = excluded.organ_code, version = excluded.version
       where register_entry.version < excluded.version`,
      [data.filingNumber, data.uscc, data.organCode, new Date(data.changedAt), data.version],
      'run',
    );
  },
  'filing.cancelled': async (change, { data }) => {
    const cancelledAt = new Date(data.cancelledAt);
    // Until its registration comes, an entry that it finds nothing of says when it ended.
    await change.em.execute(
      `insert into register_entry (number, uscc, organ_code, registered_at, version, cancelled_at) values (?, ?, ?, ?, ?, ?)
       on conflict (number) do update set cancelled_at = excluded.cancelled_at`,
      [data.filingNumber, data.uscc, data.organCode, cancelledAt, data.version, cancelledAt],
      'run',
    );
  },
};

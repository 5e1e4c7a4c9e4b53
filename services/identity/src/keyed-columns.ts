import type { KeyedColumns } from '@beian/service-kit/reseal.ts';

/** Where identity keeps what its keys have made. Hashes of sessions stay as they are: they last twelve hours. */
export const keyedColumns: KeyedColumns = {
  sealed: [{ table: 'account', column: 'sealed', key: 'id' }],
  lookup: [
    { table: 'account', column: 'subject_hash', key: 'id' },
    { table: 'account', column: 'person_hash', key: 'id' },
    { table: 'api_credential', column: 'person_hash', key: 'id' },
  ],
};

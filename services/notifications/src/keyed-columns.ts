import type { KeyedColumns } from '@beian/service-kit/reseal.ts';

/** Where notifications keeps what its keys have made. */
export const keyedColumns: KeyedColumns = {
  sealed: [{ table: 'mail_setting', column: 'sealed', key: 'account_id' }],
  lookup: [],
};

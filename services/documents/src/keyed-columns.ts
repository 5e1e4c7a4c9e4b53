import type { KeyedColumns } from '@beian/service-kit/reseal.ts';

/** Where documents keeps what its keys have made, in the database; the bytes of files are sealed too (`sealed-store.ts`). */
export const keyedColumns: KeyedColumns = {
  sealed: [{ table: 'document', column: 'sealed_name', key: 'id' }],
  lookup: [],
};

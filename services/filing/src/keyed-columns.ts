import type { KeyedColumns } from '@beian/service-kit/reseal.ts';

const sealed = ['unit', 'application_version', 'application_filing_version', 'filing_version', 'draft', 'delegation'];

/** Where filing keeps what its keys have made. */
export const keyedColumns: KeyedColumns = {
  sealed: sealed.map((table) => ({ table, column: 'sealed', key: 'id' })),
  lookup: [
    { table: 'transfer', column: 'recipient_hash', key: 'application_id' },
    { table: 'delegation', column: 'grantee_hash', key: 'id' },
    { table: 'public_appeal', column: 'tracking_hash', key: 'application_id' },
    { table: 'paper_filing', column: 'claim_code_hash', key: 'application_id' },
    { table: 'handed_in', column: 'person_hash', key: 'id' },
  ],
};

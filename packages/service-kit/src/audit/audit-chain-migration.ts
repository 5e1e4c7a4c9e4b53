import { Migration } from '@mikro-orm/migrations';
import { genesis, hashOf } from './chain.rules.ts';
import { entriesAfter } from './stored-entries.ts';

const atOnce = 1000;

/** Chains the audit entries: each holds the hash of the one before it. Those that are there already are numbered anew, without gaps, and chained in their order. */
export class AuditChainMigration extends Migration {
  override name = '0000-kit-audit-chain';

  override async up(): Promise<void> {
    for (const statement of before) await this.execute(statement);
    const em = this.getEntityManager();
    let [last, previous] = [0, genesis];
    for (;;) {
      const rows = await entriesAfter(em, last, atOnce);
      for (const { seq, entry } of rows) {
        const hash = hashOf(previous, entry);
        await this.execute('update audit_entry set previous_hash = ?, hash = ? where seq = ?', [previous, hash, seq]);
        [last, previous] = [seq, hash];
      }
      if (rows.length < atOnce) break;
    }
    await this.execute('insert into audit_head (seq, hash) values (?, ?)', [last, previous]);
    for (const statement of after) await this.execute(statement);
  }
}

const before = [
  `alter table audit_entry disable trigger audit_entry_append_only`,
  `alter table audit_entry
     add column staff_no text, add column organ_code text, add column organ_name text, add column roles jsonb,
     add column previous_hash bytea, add column hash bytea`,
  `create table audit_head (
     only_one boolean primary key default true check (only_one),
     seq bigint not null,
     hash bytea not null
   )`,
  // The sequence left gaps where a transaction was rolled back; the chain has none.
  `alter table audit_entry drop constraint audit_entry_pkey`,
  `update audit_entry e set seq = n.place
     from (select id, row_number() over (order by seq) place from audit_entry) n where n.id = e.id and n.place <> e.seq`,
  `alter table audit_entry add primary key (seq)`,
  `alter table audit_entry alter column seq drop default`,
  `drop sequence audit_entry_seq_seq`,
];
const after = [
  `alter table audit_entry alter column previous_hash set not null, alter column hash set not null`,
  `alter table audit_entry enable trigger audit_entry_append_only`,
  `create index audit_entry_at on audit_entry (at)`,
  `create index audit_entry_actor on audit_entry (actor_id, seq)`,
  `create index audit_entry_staff on audit_entry (staff_no, seq) where staff_no is not null`,
  `create index audit_entry_organ on audit_entry (organ_code text_pattern_ops, seq) where organ_code is not null`,
  `create index audit_entry_action on audit_entry (action, seq)`,
];

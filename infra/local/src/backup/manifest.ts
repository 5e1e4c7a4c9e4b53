import type { Client } from 'pg';
import { z } from 'zod';

/** What the databases held at the moment of a backup: rows per table, and the end of the audit chain, whose hash stands for all before it. */
const DatabaseState = z.object({
  chain: z.object({ seq: z.int(), hash: z.string() }),
  rows: z.record(z.string(), z.int()),
});
export type DatabaseState = z.infer<typeof DatabaseState>;

export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  frozenMs: z.int(),
  databases: z.record(z.string(), DatabaseState),
  temporalSha256: z.string(),
  buckets: z.array(z.object({ name: z.string(), locked: z.boolean() })),
  objects: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

/** What of a data directory goes along as it is: without it nothing that was backed up can be opened. */
export const secretFiles = ['secrets.json', 'keys.json'] as const;

/** Counts what a connection sees. */
export async function stateOf(client: Client): Promise<DatabaseState> {
  const head = await client.query<{ seq: string; hash: string }>(
    "select seq, encode(hash, 'hex') as hash from audit_head",
  );
  const tables = await client.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const rows: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const counted = await client.query<{ n: string }>(`select count(*) n from ${name}`);
    rows[name] = Number(counted.rows[0]?.n);
  }
  return { chain: { seq: Number(head.rows[0]?.seq), hash: head.rows[0]?.hash ?? '' }, rows };
}

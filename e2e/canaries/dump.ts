import { Client, escapeIdentifier } from 'pg';

/** Every row of every table of a database as text, as a dump would hold it: what PostgreSQL packs in its files is unpacked here. */
export async function dumpOf(url: string): Promise<Buffer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ schema: string; name: string }>(
      `select schemaname schema, tablename name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const parts: Buffer[] = [];
    for (const { schema, name } of tables.rows) {
      const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t`);
      for (const { row } of rows) parts.push(Buffer.from(`${name} ${row}\n`));
    }
    return Buffer.concat(parts);
  } finally {
    await client.end();
  }
}

/** What PostgreSQL still holds in memory is written to its files. */
export async function checkpoint(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of [...statements, 'checkpoint']) await client.query(statement);
  await client.end();
}

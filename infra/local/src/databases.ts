import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Gives each database a role of its own, whose password is set anew at every start; what exists stays. */
export async function createDatabases(
  superuserUrl: string,
  names: string[],
  passwordOf: (role: string) => string,
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const name of names) {
      const role = escapeIdentifier(name);
      const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      await client.query(
        `${known.rowCount === 0 ? 'create' : 'alter'} role ${role} login password ${escapeLiteral(passwordOf(name))}`,
      );
      const there = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (there.rowCount === 0) await client.query(`create database ${role} owner ${role}`);
      await client.query(`revoke connect on database ${role} from public`);
    }
  } finally {
    await client.end();
  }
}

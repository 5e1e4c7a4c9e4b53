import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededPeople } from '@beian/sso/people.ts';
import { fromOurPage, signIn } from '@beian/testkit/sign-in.ts';
import { fromOneAddress } from '../one-address.ts';
import { root } from '../platform.ts';
import { startPlatform } from '../start-platform.ts';
import { findSchemathesis } from '../tools/find-schemathesis.ts';
import { type Check, type CheckContext, type Outcome, readReport, runCommand, total } from './check.ts';
import { demoPlayed } from './demo-played.ts';
import { type SchemaReport, verdictOf } from './schema-report.ts';
import { enders, endings, type Role, roles } from './schema-roles.ts';

type Running = CheckContext & { python: string; baseUrl: string };

/** Two cores: schemathesis keeps one busy for a part of the time, the platform the other. */
const lanes = 2;

/**
 * The OpenAPI document against the platform that it describes, asked by schemathesis as every role, after the demo has left something of
 * everything: no 5xx, no answer that the document does not name, nothing accepted that its schemas forbid.
 */
export const schemaCheck: Check = {
  name: 'every answer as the OpenAPI document says, for every role',
  async run(context) {
    const python = await findSchemathesis(join(context.logDir, 'schemathesis-install.log'), context.signal);
    const dataDir = await mkdtemp(join(tmpdir(), 'beian-schemathesis-'));
    const { signal } = context;
    const platform = await startPlatform({
      dataDir,
      ports: 'free',
      serviceEnv: fromOneAddress,
      logLevel: 'warn',
      signal,
    });
    try {
      const { baseUrl } = platform;
      const environment = { ...context.environment, BEIAN_URL: baseUrl };
      const demo = await demoPlayed({ ...context, environment }, 'schemathesis-demo');
      if (demo.failed > 0) return demo;
      const running = { ...context, python, baseUrl };
      const outcomes = await inLanes(roles, (role) => askedAs(role, running));
      for (const role of roles.filter((one) => enders.includes(one.role))) {
        outcomes.push(await endingsAs(role, running));
      }
      return total(outcomes);
    } finally {
      await platform.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** Everything but what ends sessions; and who has signed in must still be signed in when all is asked. */
async function askedAs(role: Role, running: Running): Promise<Outcome> {
  const headers = await headersOf(role, running);
  const others = role.own ? `exclude-path-regex = '${role.own}'` : `include-path-regex = '.'`;
  const outcome = await ask(
    role.role,
    `\n[[operations]]\n${others}\nphases.coverage.enabled = false\n`,
    [...headers, ...endings.flatMap((one) => ['--exclude-name', one])],
    running,
  );
  if (role.username === undefined || outcome.failed > 0) return outcome;
  const cookie = headers.find((one) => one.startsWith('cookie: '))?.slice('cookie: '.length) ?? '';
  const { status } = await fetch(new URL('/api/me', running.baseUrl), { headers: { cookie } });
  if (status === 200) return outcome;
  return {
    passed: 0,
    failed: 1,
    notes: `${outcome.notes}\n✗ ${role.role} is no longer signed in: /api/me is ${status}`,
  };
}

async function endingsAs(role: Role, running: Running): Promise<Outcome> {
  const only = endings.flatMap((one) => ['--include-name', one]);
  return ask(`${role.role}, at the end`, '', [...(await headersOf(role, running)), ...only], running);
}

/** The options that make each request one of our page's, with a session of its own. */
async function headersOf({ username }: Role, { baseUrl }: Running): Promise<string[]> {
  if (username === undefined) return [];
  const person = seededPeople.find((one) => one.username === username);
  if (!person) throw new Error(`nobody is called ${username}`);
  const headers = fromOurPage(baseUrl, await signIn(baseUrl, person));
  return Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
}

/** One run, as one test; its line says what was asked. */
async function ask(name: string, addition: string, args: string[], running: Running): Promise<Outcome> {
  const { python, baseUrl, logDir } = running;
  const file = join(logDir, `schemathesis-${name.replaceAll(/\W+/g, '-')}`);
  await rm(`${file}.json`, { force: true });
  const base = await readFile(join(root, 'infra', 'tools', 'schemathesis', 'schemathesis.toml'), 'utf8');
  await writeFile(`${file}.toml`, base + addition);
  const ran = await runCommand(
    `schemathesis-${name}`,
    [
      ...([python, '-m', 'schemathesis.cli', '--no-color', '--config-file', `${file}.toml`, 'run'] as const),
      ...[`${baseUrl}/api/openapi.json`, '--report', 'json', '--report-json-path', `${file}.json`, ...args],
    ],
    running,
    logDir,
  );
  const { notes, ...counts } = verdictOf(await readReport<SchemaReport>(`${file}.json`), ran);
  const failed = counts.failures > 0;
  const line = JSON.stringify({ schemathesis: name, ...counts });
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, notes: failed ? `✗ ${line}\n${notes}` : line };
}

/** Does the work for each, some at a time; the results in the order of the given. */
async function inLanes<T, R>(given: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = given.entries();
  const lane = async () => {
    for (const [i, one] of waiting) results[i] = await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

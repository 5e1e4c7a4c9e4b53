import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { searchAttributes } from '@beian/contracts/workflows.ts';
import { workflowKeeper } from '@beian/filing/engine/restore-workflows.ts';
import { freePort } from '@beian/local/servers/ports.ts';
import { startTemporal } from '@beian/local/servers/temporal.ts';
import { aPersonalUser, aReviewer } from './actors.ts';
import { aPlatform } from './platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  eventually,
  json,
  taskOf,
  untilStatus,
} from './registration.ts';
import { servers } from './servers.ts';

const filer = aPersonalUser();
export const reviewer = aReviewer();
export const namespace = 'default';

/** Ways to Temporal besides gRPC: the frontend's own API, and that of the Web UI. */
export type HttpDoor = 'api' | 'ui';

const base64 = (text: string) => Buffer.from(text).toString('base64');
/** A message as Temporal's JSON carries it. */
export const payloadsOf = (message: unknown) => ({
  payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64(JSON.stringify(message)) }],
});

/** A platform with a Temporal of its own, whose frontend, HTTP API and Web UI somebody reaches who should not; with what it notes of that. */
export async function attackedPlatform() {
  const dir = await mkdtemp(join(tmpdir(), 'beian-forged-'));
  const attributes = Object.values(searchAttributes).map(({ name, type }) => [name, type]);
  const httpPort = await freePort();
  const server = await startTemporal({ dataDir: dir, httpPort, searchAttributes: Object.fromEntries(attributes) });
  const engine = { temporalAddress: server.address, natsUrl: servers().natsUrl, namespace };
  const platform = await aPlatform({ engine });
  const { temporal } = platform;
  if (!temporal) throw new Error('no engine');
  const unit = await aUnit(platform, filer);

  /** Whoever reaches the frontend: a client like any other. */
  const intruder = temporal.client;
  const handleOf = (id: string) => intruder.workflow.getHandle(id);
  const keeper = () => workflowKeeper(platform.filing, temporal, { settledMs: 0 });
  async function inReview(): Promise<ApplicationSummary> {
    const application = await aRegistration(platform, filer, unit);
    await taskOf(platform, reviewer, application.number);
    return application;
  }
  async function tokenOfUi(): Promise<Record<string, string>> {
    const page = await fetch(new URL('/api/v1/settings', server.uiUrl));
    const set = page.headers.getSetCookie().find((line) => line.startsWith('_csrf='));
    const cookie = set?.split(';')[0] ?? '';
    return { cookie, 'x-csrf-token': cookie.slice('_csrf='.length) };
  }
  const attacks = (subject: string) =>
    platform.orm.em
      .fork()
      .execute<{ action: string; data: Record<string, unknown> }[]>(
        `select action, data from audit_entry where subject = ? and action like 'attack.%' order by seq`,
        [subject],
      );

  return {
    platform,
    intruder,
    handleOf,
    inReview,
    async returned(): Promise<ApplicationSummary & { decisionId: string }> {
      const application = await inReview();
      const answer = await decided(platform, reviewer, application.number, aReturn);
      const { decisionId } = await json<{ decisionId: string }>(answer);
      await untilStatus(platform, filer, application.id, 'returned');
      return { ...application, decisionId };
    },
    resubmit: (id: string) =>
      as(platform, filer).create(`/api/applications/${id}/resubmission`, {
        baseVersion: 1,
        system: { retentionDays: 90 },
        truthful: true,
      }),
    read: (id: string) => applicationOf(platform, filer, id),
    untilReturned: (id: string) => untilStatus(platform, filer, id, 'returned'),
    /** Posts to a path below a workflow's id; the API of the Web UI asks for nothing but a token against other sites. */
    async overHttp(door: HttpDoor, path: string, body: object = {}): Promise<Response> {
      const base = door === 'api' ? `http://127.0.0.1:${httpPort}` : server.uiUrl;
      const token = door === 'ui' ? await tokenOfUi() : {};
      const headers = { 'content-type': 'application/json', ...token };
      const url = new URL(`/api/v1/namespaces/${namespace}/workflows/${path}`, base);
      return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    attacks,
    untilAttacks: (subject: string, n: number) =>
      eventually(
        () => attacks(subject),
        (all) => all.length >= n,
      ),
    /** Everything that the database holds about an application, the attacks on it left out. */
    async stateOf({ id }: ApplicationSummary): Promise<unknown> {
      const { submittedAt: _, ...application } = await applicationOf(platform, filer, id);
      const em = platform.orm.em.fork();
      const rows = await em.execute(
        `select (select json_agg(t order by t.id) from review_task t where application_id = a.id) as tasks,
       (select count(*) from outbox where aggregate = a.id::text and lane = 'event')
         + (select count(*) from sent_event where aggregate = a.id::text) as events from application a where a.id = ?`,
        [id],
      );
      return JSON.parse(JSON.stringify([application, rows]));
    },
    async completes({ id, number }: ApplicationSummary): Promise<void> {
      const answer = await decided(platform, reviewer, number, approval);
      expect(answer.ok, await answer.text()).toBe(true);
      expect((await untilStatus(platform, filer, id, 'completed')).filingNumbers).toHaveLength(1);
      expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    },
    /** Looks once at every workflow that filing counts on. */
    keeper,
    /** The same, once it knows which run is the application's own: what is still on its way to Temporal is passed over. */
    async keeperOf(id: string): Promise<() => Promise<void>> {
      const look = keeper();
      await eventually(
        async () => {
          await look();
          const known = 'select workflow_run as run from application where id = ?';
          return platform.orm.em.fork().execute<{ run: string | null }[]>(known, [id]);
        },
        ([row]) => typeof row?.run === 'string',
      );
      return look;
    },
    /** Looks until something is found: what was just done is still on its way. */
    untilFound: (id: string, look: () => Promise<void>) =>
      eventually(
        async () => {
          await look();
          return attacks(id);
        },
        (all) => all.some(({ action }) => action === 'attack.workflow-ended'),
      ),
    async stop(): Promise<void> {
      await platform.stop();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

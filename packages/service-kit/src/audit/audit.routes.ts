import { createRoute, z } from '@hono/zod-openapi';
import { AuditEntryList, AuditFilter, AuditQuery, AuditVerification, VerifyAudit } from '@beian/contracts/audit.ts';
import { localeOf } from '@beian/contracts/problems.ts';
import type { Actor } from '../actor.ts';
import { createRoutes, problemResponses } from '../create-app.ts';
import { mutate, type MutateDeps } from '../mutate.ts';
import type { ChainHeads } from './chain-heads.ts';
import { exportEntries } from './export-entries.ts';
import { type AuditDeps, listEntries, requireAuditor } from './list-entries.ts';
import { verifyChain } from './verify-chain.ts';

type Deps = AuditDeps & MutateDeps & { chainHeads: ChainHeads };

const tags = ['audit'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const staff = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;
/** Entries of one step of a check: about a second. */
const stepLength = 100_000;

/** Filing's chain is the main one; every other service answers under its own name. */
const pathOf = (service: string) => (service === 'filing' ? '/api/review/audit' : `/api/review/audit/${service}`);

/** The audit log of a service: search, export, check (I40). The same contract for every chain. */
export function auditRoutes(deps: Deps) {
  const path = pathOf(deps.service);
  const list = createRoute({
    method: 'get',
    path,
    tags,
    summary: '审计记录查询',
    request: { query: AuditQuery },
    responses: {
      200: { description: 'the newest first', content: json(AuditEntryList) },
      ...problemResponses(...staff),
    },
  });
  const download = createRoute({
    method: 'get',
    path: `${path}/export`,
    tags,
    summary: '导出审计记录',
    request: { query: AuditFilter },
    responses: {
      200: { description: 'CSV, UTF-8', content: { 'text/csv': { schema: z.string() } } },
      ...problemResponses(...staff),
    },
  });
  const verification = createRoute({
    method: 'post',
    path: `${path}/verification`,
    tags,
    summary: '校验审计链完整性',
    request: { body: { content: json(VerifyAudit) } },
    responses: {
      200: { description: 'the first entry that is wrong, or none', content: json(AuditVerification) },
      ...problemResponses(...staff, 'request.malformed', 'upstream.unavailable'),
    },
  });
  return createRoutes()
    .openapi(list, async (c) => c.json(await listEntries(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(download, async (c) => {
      const { actor, requestId } = c.var;
      const locale = localeOf(c.req.header('accept-language'));
      const lines = await exportEntries(deps, actor, { filter: c.req.valid('query'), locale, requestId });
      return c.body(ReadableStream.from(lines), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="audit-${deps.service}.csv"`,
        'cache-control': 'private, no-store',
      });
    })
    .openapi(verification, async (c) => {
      const { after } = c.req.valid('json');
      return c.json(await verify(deps, c.var, after), 200);
    });
}

async function verify(
  deps: Deps,
  by: { actor: Actor; requestId: string },
  after: z.infer<typeof VerifyAudit>['after'],
) {
  const auditor = requireAuditor(by.actor);
  // Once for a check, however many steps it takes.
  if (after === undefined) {
    await mutate(deps, auditor, { action: 'audit.verify', requestId: by.requestId }, async (change) =>
      change.record({ subject: `audit:${deps.service}` }),
    );
  }
  return verifyChain(deps.orm, deps.chainHeads, { after, limit: stepLength });
}

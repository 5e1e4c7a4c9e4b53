import { createRoute } from '@hono/zod-openapi';
import { CheckDeviceTable, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import { localeOf, type Locale } from '@beian/contracts/problems.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { describeIssue } from './device-messages.ts';
import { readStoredTable } from './read-stored-table.ts';

const check = createRoute({
  method: 'post',
  path: '/api/device-tables/check',
  tags: ['device-tables'],
  summary: '检查图像采集设备信息表',
  request: { body: { required: true, content: { 'application/json': { schema: CheckDeviceTable } } } },
  responses: {
    200: { description: 'row by row', content: { 'application/json': { schema: DeviceTableReport } } },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'request.malformed',
      'request.invalid',
      'device-table.unreadable',
      'device-table.busy',
      'document.storage-down',
      'upstream.unavailable',
    ),
  },
});

/** The lint of a device table without submitting it (N1, G9). Messages come in the reader's language. */
async function checkDeviceTable(
  deps: Deps,
  by: { actor: Actor; token: string; locale: Locale },
  { documentId, deviceCount }: CheckDeviceTable,
): Promise<DeviceTableReport> {
  requireFiler(by.actor);
  const [document] = await deps.documents.find([documentId], by.token);
  if (!document) throw fieldProblem(['documentId'], 'attachment.unknown');
  if (document.kind !== 'device_table') throw fieldProblem(['documentId'], 'attachment.kind');
  const table = await readStoredTable(deps, document, by.token);
  const countAgrees = deviceCount === undefined || deviceCount === table.rows;
  return {
    ok: table.errors === 0 && countAgrees,
    rows: table.rows,
    ...(deviceCount === undefined ? {} : { declared: deviceCount }),
    countAgrees,
    issues: table.issues.map((issue) => describeIssue(issue, by.locale)),
    moreIssues: table.moreIssues,
  };
}

/** Routes of /api/device-tables. */
export const deviceTablesRoutes = (deps: Deps) =>
  createRoutes().openapi(check, async (c) => {
    const { actor, token } = c.var;
    const locale = localeOf(c.req.header('accept-language'));
    return c.json(await checkDeviceTable(deps, { actor, token, locale }, c.req.valid('json')), 200);
  });

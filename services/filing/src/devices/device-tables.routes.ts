import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  CheckDeviceTable,
  CorrectDeviceTable,
  CorrectedDeviceTable,
  DeviceTableReport,
} from '@beian/contracts/device-tables.ts';
import { localeOf } from '@beian/contracts/problems.ts';
import { createRoutes, problemResponses, type AppEnv } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { checkDeviceTable, type Asking } from './check-device-table.ts';
import { correctDeviceTable } from './correct-device-table.ts';

const tags = ['device-tables'];
const failures = [
  'auth.required',
  'auth.forbidden',
  'request.malformed',
  'request.invalid',
  'device-table.unreadable',
  'device-table.busy',
  'document.storage-down',
  'upstream.unavailable',
] as const;

const check = createRoute({
  method: 'post',
  path: '/api/device-tables/check',
  tags,
  summary: '检查图像采集设备信息表',
  request: { body: { required: true, content: { 'application/json': { schema: CheckDeviceTable } } } },
  responses: {
    200: { description: 'row by row', content: { 'application/json': { schema: DeviceTableReport } } },
    ...problemResponses(...failures),
  },
});
const correct = createRoute({
  method: 'post',
  path: '/api/device-tables/corrected',
  tags,
  summary: '修正图像采集设备信息表',
  request: { body: { required: true, content: { 'application/json': { schema: CorrectDeviceTable } } } },
  responses: {
    201: {
      description: 'a new document with the fixes applied, and its check',
      content: { 'application/json': { schema: CorrectedDeviceTable } },
    },
    ...problemResponses(...failures, 'document.too-large', 'document.infected'),
  },
});

const asking = (c: Context<AppEnv>): Asking => ({
  actor: c.var.actor,
  token: c.var.token,
  locale: localeOf(c.req.header('accept-language')),
});

/** Routes of /api/device-tables. */
export const deviceTablesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(check, async (c) => c.json(await checkDeviceTable(deps, asking(c), c.req.valid('json')), 200))
    .openapi(correct, async (c) => c.json(await correctDeviceTable(deps, asking(c), c.req.valid('json')), 201));

import { createRoute, z } from '@hono/zod-openapi';
import { instantOf } from '../calendar/beijing-time.rules.ts';
import { FilingNumber } from '@beian/contracts/common.ts';
import {
  Filing,
  FilingAt,
  FilingList,
  FilingQuery,
  FilingVersionDetail,
  FilingVersionList,
} from '@beian/contracts/filings.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { getFiling, getFilingAt, listFilings } from './read-filings.ts';
import { getVersion, listVersions } from './read-versions.ts';
import { writeCertificate } from './write-certificate.ts';

const tags = ['filings'];
const filer = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

const list = createRoute({
  method: 'get',
  path: '/api/filings',
  tags,
  summary: '备案信息查询',
  request: { query: FilingQuery },
  responses: {
    200: { description: 'filings that the account holds', content: { 'application/json': { schema: FilingList } } },
    ...problemResponses(...filer),
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/filings/{number}',
  tags,
  summary: '备案详情',
  request: { params: z.object({ number: FilingNumber }), query: FilingAt },
  responses: {
    200: { description: 'the filing', content: { 'application/json': { schema: Filing } } },
    ...problemResponses(...filer, 'not-found'),
  },
});

const versions = createRoute({
  method: 'get',
  path: '/api/filings/{number}/versions',
  tags,
  summary: '备案的历次版本',
  request: { params: z.object({ number: FilingNumber }) },
  responses: {
    200: { description: 'newest first', content: { 'application/json': { schema: FilingVersionList } } },
    ...problemResponses(...filer, 'not-found'),
  },
});
const version = createRoute({
  method: 'get',
  path: '/api/filings/{number}/versions/{version}',
  tags,
  summary: '备案的某一版本',
  request: { params: z.object({ number: FilingNumber, version: z.coerce.number().int().min(1) }) },
  responses: {
    200: { description: 'the version', content: { 'application/json': { schema: FilingVersionDetail } } },
    ...problemResponses(...filer, 'not-found'),
  },
});
const certificate = createRoute({
  method: 'get',
  path: '/api/filings/{number}/receipt.pdf',
  tags,
  summary: '备案回执',
  request: { params: z.object({ number: FilingNumber }) },
  responses: {
    200: { description: 'PDF', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
    ...problemResponses(...filer, 'not-found'),
  },
});

/** Routes of /api/filings. */
export const filingsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(list, async (c) => c.json({ items: await listFilings(deps, c.var.actor, c.req.valid('query')) }, 200))
    .openapi(show, async (c) => {
      const { number } = c.req.valid('param');
      const { at } = c.req.valid('query');
      const { actor } = c.var;
      const filing = at ? await getFilingAt(deps, actor, number, instantOf(at)) : await getFiling(deps, actor, number);
      return c.json(filing, 200);
    })
    .openapi(versions, async (c) => {
      const { number } = c.req.valid('param');
      return c.json({ items: await listVersions(deps, c.var.actor, number) }, 200);
    })
    .openapi(version, async (c) => {
      const { number, version: wanted } = c.req.valid('param');
      return c.json(await getVersion(deps, c.var.actor, number, wanted), 200);
    })
    .openapi(certificate, async (c) => {
      const { name, pdf } = await writeCertificate(deps, c.var.actor, c.req.valid('param').number);
      return c.body(new Uint8Array(pdf), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}"`,
        'cache-control': 'private, no-store',
      });
    });

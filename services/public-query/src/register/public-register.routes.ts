import { createRoute, z } from '@hono/zod-openapi';
import { FilingNumber } from '@beian/contracts/common.ts';
import {
  Challenge,
  NewChallenge,
  PublicFilings,
  PublicQuery,
  VerifiedFiling,
} from '@beian/contracts/public-register.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { useChallenge } from '../challenges/use-challenge.ts';
import type { Deps } from '../deps.ts';
import { RegisterEntry } from './register-entry.entity.ts';
import { verifyNumber } from './verify-number.ts';

const tags = ['public'];
const challenge = createRoute({
  method: 'post',
  path: '/api/public/challenges',
  tags,
  summary: '获取验证码',
  request: { query: NewChallenge },
  responses: {
    201: { description: 'a challenge', content: { 'application/json': { schema: Challenge } } },
    ...problemResponses('request.invalid'),
  },
});
const query = createRoute({
  method: 'get',
  path: '/api/public/filings',
  tags,
  summary: '公共查询',
  request: { query: PublicQuery },
  responses: {
    200: { description: 'numbers of filings', content: { 'application/json': { schema: PublicFilings } } },
    ...problemResponses('request.invalid', 'captcha.invalid', 'captcha.used'),
  },
});

const verify = createRoute({
  method: 'get',
  path: '/api/public/verify/{number}',
  tags,
  summary: '备案编号核验',
  request: { params: z.object({ number: FilingNumber }) },
  responses: {
    200: { description: 'number, status, organ, date', content: { 'application/json': { schema: VerifiedFiling } } },
    ...problemResponses('request.invalid', 'not-found'),
  },
});

/** The public register (M130–M134). Nobody signs in; an unknown unit answers like one without filings. */
export const publicRegisterRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(challenge, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await deps.challenges.issue(c.req.valid('query').for), 201);
    })
    .openapi(query, async (c) => {
      const { uscc, captcha } = c.req.valid('query');
      await useChallenge(deps, { captcha, purpose: 'query', action: 'public.query' });
      const entries = await deps.orm.em
        .fork()
        .find(RegisterEntry, { uscc, cancelledAt: null }, { orderBy: { number: 'asc' }, limit: 1000 });
      c.header('cache-control', 'no-store');
      return c.json({ items: entries.map(({ number }) => ({ number })) }, 200);
    })
    .openapi(verify, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await verifyNumber(deps, c.req.valid('param').number), 200);
    });

import { createRoute } from '@hono/zod-openapi';
import { Challenge, PublicFilings, PublicQuery } from '@beian/contracts/public-register.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { useChallenge } from '../challenges/use-challenge.ts';
import type { Deps } from '../deps.ts';
import { RegisterEntry } from './register-entry.entity.ts';

const tags = ['public'];
const challenge = createRoute({
  method: 'post',
  path: '/api/public/challenges',
  tags,
  summary: '获取验证码',
  responses: { 201: { description: 'a challenge', content: { 'application/json': { schema: Challenge } } } },
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

/** The public register (M130–M134). Nobody signs in; an unknown unit answers like one without filings. */
export const publicRegisterRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(challenge, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await deps.challenges.issue(), 201);
    })
    .openapi(query, async (c) => {
      const { uscc, captcha } = c.req.valid('query');
      await useChallenge(deps, captcha, 'public.query');
      const entries = await deps.orm.em
        .fork()
        .find(RegisterEntry, { uscc, cancelledAt: null }, { orderBy: { number: 'asc' }, limit: 1000 });
      c.header('cache-control', 'no-store');
      return c.json({ items: entries.map(({ number }) => ({ number })) }, 200);
    });

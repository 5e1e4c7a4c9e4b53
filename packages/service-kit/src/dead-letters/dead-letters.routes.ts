import { createRoute, z } from '@hono/zod-openapi';
import { PageQuery } from '@beian/contracts/common.ts';
import { DeadLetterList, ReplayOutcome } from '@beian/contracts/dead-letters.ts';
import { serviceStatePath, type OperatedService } from '@beian/contracts/operations.ts';
import { createRoutes, problemResponses } from '../create-app.ts';
import { listDeadLetters } from './list-dead-letters.ts';
import { replayDeadLetter, type ReplayDeps } from './replay-dead-letter.ts';

const tags = ['operations'];
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const operators = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;

/** 死信 of a service, for operators (I43): what it gave up, and trying it again. The same contract under every service's name. */
export function deadLettersRoutes(deps: ReplayDeps) {
  const path = `${serviceStatePath(deps.service as OperatedService)}/dead-letters`;
  const list = createRoute({
    method: 'get',
    path,
    tags,
    summary: '死信列表',
    request: { query: PageQuery },
    responses: {
      200: { description: 'the newest first', content: json(DeadLetterList) },
      ...problemResponses(...operators),
    },
  });
  const replay = createRoute({
    method: 'post',
    path: `${path}/replay`,
    tags,
    summary: '重放死信',
    request: { body: { required: true, content: json(z.strictObject({ id: z.string().max(200) })) } },
    responses: {
      200: { description: 'tried again', content: json(ReplayOutcome) },
      ...problemResponses(...operators, 'request.malformed', 'not-found'),
    },
  });
  return createRoutes()
    .openapi(list, async (c) => c.json(await listDeadLetters(deps, c.var.actor, c.req.valid('query')), 200))
    .openapi(replay, async (c) => c.json(await replayDeadLetter(deps, c.var.actor, c.req.valid('json').id), 200));
}

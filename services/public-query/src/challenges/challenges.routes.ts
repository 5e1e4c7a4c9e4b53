import { createRoute } from '@hono/zod-openapi';
import { UseChallenge } from '@beian/contracts/public-register.ts';
import { requireService } from '@beian/service-kit/actor.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { useChallenge } from './use-challenge.ts';

const use = createRoute({
  method: 'post',
  path: '/internal/challenges/use',
  tags: ['internal'],
  request: { body: { required: true, content: { 'application/json': { schema: UseChallenge } } } },
  responses: {
    204: { description: 'used up' },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'captcha.invalid', 'captcha.used'),
  },
});

/** The captcha for the public doors of other services. */
export const challengesRoutes = (deps: Deps) =>
  createRoutes().openapi(use, async (c) => {
    const { name } = requireService(c.var.actor);
    await useChallenge(deps, { ...c.req.valid('json'), action: `${name}.public` });
    return c.body(null, 204);
  });

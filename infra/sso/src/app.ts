import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type Provider from 'oidc-provider';
import { z } from 'zod';
import { loginPage } from './login-page.ts';
import { seededPeople, type SignInAs } from './people.ts';

const kinds = z.enum(['personal', 'legal', 'staff']);
const Credentials = z.object({ username: z.string().trim(), password: z.string() });
const peopleAs = (as: SignInAs) => seededPeople.filter((one) => one.as === as);

/** The sign-in form beside the provider's own endpoints, on one port. */
export function createSsoServer(provider: Provider): Server {
  const pages = interactionPages(provider);
  const ours = getRequestListener(pages.fetch);
  const protocol = provider.callback();
  return createServer((request, response) => {
    const path = request.url ?? '/';
    const handler = /^\/(interaction\/|livez|readyz)/.test(path) ? ours : protocol;
    void handler(request, response);
  });
}

function interactionPages(provider: Provider): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/livez', (c) => c.json({ live: true, service: 'sso' }));
  app.get('/readyz', (c) => c.json({ ready: true, service: 'sso' }));

  app.get('/interaction/:uid', async (c) => {
    const { params } = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    const as = kinds.catch('personal').parse(params['as']);
    return c.html(loginPage({ as, people: peopleAs(as) }));
  });
  app.post('/interaction/:uid', async (c) => {
    const { params } = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    const as = kinds.catch('personal').parse(params['as']);
    const given = Credentials.safeParse(await c.req.parseBody());
    const person = peopleAs(as).find(
      (one) => one.username === given.data?.username && one.password === given.data.password,
    );
    if (!person) {
      const username = given.data?.username ?? '';
      return c.html(loginPage({ as, people: peopleAs(as), username, wrong: true }), 401);
    }
    const result = { login: { accountId: person.claims.sub } };
    return c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);
  });
  app.onError((error, c) =>
    c.html(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>登录已过期</title><p>登录已过期，请返回平台重新登录。<br>This sign-in has expired: go back and start again.</p><!-- ${error.name} --></html>`,
      400,
    ),
  );
  return app;
}

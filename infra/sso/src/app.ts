import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { NONCE, secureHeaders, type SecureHeadersVariables } from 'hono/secure-headers';
import type Provider from 'oidc-provider';
import { z } from 'zod';
import { lockOut } from './lock-out.ts';
import { loginPage } from './login-page.ts';
import { seededPeople, type SignInAs } from './people.ts';

const kinds = z.enum(['personal', 'legal', 'staff']);
const Credentials = z.object({ username: z.string().trim().max(100), password: z.string().max(200) });
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

type Env = { Bindings: HttpBindings; Variables: SecureHeadersVariables };

function interactionPages(provider: Provider): Hono<Env> {
  const app = new Hono<Env>();
  const doors = lockOut();
  app.use(
    secureHeaders({
      // No form-action: Chromium holds the way back to the platform, a redirect after the form, against it.
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: [NONCE],
        styleSrc: [NONCE],
        imgSrc: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // On one machine, over plain HTTP.
      strictTransportSecurity: false,
    }),
  );
  app.get('/livez', (c) => c.json({ live: true, service: 'sso' }));
  app.get('/readyz', (c) => c.json({ ready: true, service: 'sso' }));

  app.get('/interaction/:uid', async (c) => {
    const { params } = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    const as = kinds.catch('personal').parse(params['as']);
    return c.html(loginPage({ as, people: peopleAs(as), nonce: c.get('secureHeadersNonce') }));
  });
  app.post('/interaction/:uid', async (c) => {
    const { params } = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    const as = kinds.catch('personal').parse(params['as']);
    const given = Credentials.safeParse(await c.req.parseBody());
    const username = given.data?.username ?? '';
    const page = { as, people: peopleAs(as), username, nonce: c.get('secureHeadersNonce') };
    const attempt = { source: getConnInfo(c).remote.address ?? 'unknown', username };
    const waitSeconds = await doors.begin(attempt);
    if (waitSeconds > 0) {
      c.header('retry-after', String(waitSeconds));
      return c.html(loginPage({ ...page, refused: { waitSeconds } }), 429);
    }
    const person = page.people.find((one) => one.username === username && one.password === given.data?.password);
    if (!person) return c.html(loginPage({ ...page, refused: 'wrong' }), 401);
    await doors.passed(attempt);
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

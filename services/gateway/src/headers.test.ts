import { afterAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '@beian/service-kit/session-cookie.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { createGatewayApp } from './app.ts';
import { config } from './config.ts';
import { openLimitStore } from './limits/limit-store.ts';

const nowhere = 'http://127.0.0.1:1';
const limitStore = openLimitStore('postgresql://nobody@127.0.0.1:1/none', testLog);
afterAll(() => limitStore.close());

/** A gateway with nothing behind it. */
const gatewayAt = (publicBaseUrl: string) =>
  createGatewayApp(
    config.parse({
      PORT: 0,
      DATABASE_URL: 'postgresql://none',
      PUBLIC_BASE_URL: publicBaseUrl,
      SERVICE_SECRET: 'a secret of the tests, long enough for HS256',
      ...Object.fromEntries(
        ['IDENTITY', 'FILING', 'DOCUMENTS', 'PUBLIC_QUERY', 'NOTIFICATIONS', 'WORKFLOWS', 'SSO'].map((name) => [
          `${name}_URL`,
          nowhere,
        ]),
      ),
      PORTAL_DIST: '.',
      REVIEW_DIST: '.',
    }),
    { log: testLog, limitStore },
  );

describe('the browser is told what it may do with an answer', () => {
  const http = gatewayAt('http://localhost:8080');
  it.each([
    ['a good one', 200, '/livez', {}],
    ['one that finds nothing', 404, '/internal/documents', {}],
    ['one that takes no token', 401, '/internal/documents', { authorization: 'Bearer rubbish' }],
  ])('%s', async (_what, status, path, asked) => {
    const answer = await http.request(path, { headers: asked });
    expect(answer.status).toBe(status);
    const says = (name: string) => answer.headers.get(name);
    expect(says('x-content-type-options')).toBe('nosniff');
    expect(says('referrer-policy')).toBe('no-referrer');
    expect(says('cross-origin-opener-policy')).toBe('same-origin');
    expect(says('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'self'/);
    expect(says('strict-transport-security')).toBeNull();
  });

  it('over TLS to stay there, and to keep the session to this host', async () => {
    const answer = await gatewayAt('https://beian.example').request('/livez');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(sessionCookieOf('https://beian.example')).toBe('__Host-beian_session');
  });
});

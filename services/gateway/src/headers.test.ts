import { afterAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '@beian/service-kit/session-cookie.ts';
import { aLoneGateway } from '@beian/testkit/lone-gateway.ts';

const http = aLoneGateway('http://localhost:8080');
const https = aLoneGateway('https://beian.example');
afterAll(() => Promise.all([http.stop(), https.stop()]));

describe('the browser is told what it may do with an answer', () => {
  it.each([
    ['a good one', 200, '/livez', {}],
    ['one that finds nothing', 404, '/internal/documents', {}],
    ['one that takes no token', 401, '/internal/documents', { authorization: 'Bearer rubbish' }],
  ])('%s', async (_what, status, path, asked) => {
    const answer = await http.app.request(path, { headers: asked });
    expect(answer.status).toBe(status);
    const says = (name: string) => answer.headers.get(name);
    expect(says('x-content-type-options')).toBe('nosniff');
    expect(says('referrer-policy')).toBe('no-referrer');
    expect(says('cross-origin-opener-policy')).toBe('same-origin');
    expect(says('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'self'/);
    expect(says('strict-transport-security')).toBeNull();
  });

  it('over TLS to stay there, and to keep the session to this host', async () => {
    const answer = await https.app.request('/livez');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(sessionCookieOf('https://beian.example')).toBe('__Host-beian_session');
  });
});

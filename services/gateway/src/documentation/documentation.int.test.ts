import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { json } from '@beian/testkit/registration.ts';

let front: Front;
beforeAll(async () => {
  front = await aFront();
});
afterAll(() => front.stop());

const ask = (path: string) => fetch(new URL(path, front.baseUrl));

type Answer = { content?: object; headers?: object };
type Operation = { responses: Record<string, Answer | { $ref: string }>; requestBody?: unknown };
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Answer> };
};
const resolved = ({ components }: Document, response: Answer | { $ref: string }): Answer =>
  '$ref' in response ? (components.responses[response.$ref.replace('#/components/responses/', '')] ?? {}) : response;

describe('the API documentation', () => {
  it('covers every route of every service, with its errors', async () => {
    const document = await json<Document>(await ask('/api/openapi.json'));
    expect(document.openapi).toBe('3.1.0');
    const documented = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const { app, documentsApp, identityApp } = front.platform;
    const served = [app, documentsApp, identityApp, front.publicQuery.app, front.notifications.app]
      .flatMap((service) => service.routes)
      .filter(({ method, path }) => method !== 'ALL' && /^\/(api|auth)\//.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(documented)].toSorted()).toEqual([...new Set(served)].toSorted());
    expect(documented.length).toBeGreaterThan(30);

    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, { responses, requestBody }] of Object.entries(item)) {
        const where = `${method} ${path}`;
        const failures = Object.entries(responses).filter(([status]) => Number(status) >= 400 && status !== '431');
        for (const [status, response] of failures) {
          const { content, headers = {} } = resolved(document, response);
          expect(content, where).toHaveProperty('application/problem+json');
          expect('Retry-After' in headers, `${where} ${status}`).toBe(['429', '503'].includes(status));
        }
        const everywhere = ['401', '429', '503', ...(method === 'get' ? [] : ['403'])];
        expect(Object.keys(responses), where).toEqual(expect.arrayContaining(everywhere));
        if (requestBody) expect(Object.keys(responses), where).toEqual(expect.arrayContaining(['400', '413', '415']));
      }
    }
  });

  it('says where a program gets its token', async () => {
    const { components, paths } = await json<{
      components: { securitySchemes: Record<string, unknown> };
      paths: Record<string, Record<string, { security?: unknown; requestBody?: unknown }>>;
    }>(await ask('/api/openapi.json'));
    const tokenUrl = `${front.baseUrl}/auth/token`;
    expect(components.securitySchemes['program']).toMatchObject({ flows: { clientCredentials: { tokenUrl } } });
    expect(paths['/api/units']?.['get']?.security).toContainEqual({ program: [] });
    expect(paths['/auth/token']?.['post']?.requestBody).toHaveProperty([
      'content',
      'application/x-www-form-urlencoded',
    ]);
  });

  it('is a page that reads it without anything from elsewhere', async () => {
    const page = await (await ask('/api/docs')).text();
    for (const [, source] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(source).toMatch(/^\/api\/docs\//);
      expect((await ask(source ?? '')).status).toBe(200);
    }
    await expectProblem(await ask('/api/docs/package.json'), { status: 404, code: 'not-found' });
  });
});

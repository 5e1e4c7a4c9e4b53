import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { sessionCookieOf } from '@beian/service-kit/session-cookie.ts';
import { tokenPath } from '../forwarding/routes.table.ts';
import { everyAnswer, withEveryAnswer } from './every-answer.ts';

const Operation = z.looseObject({
  tags: z.array(z.string()).optional(),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
});
const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).optional() }).optional(),
});
export type OpenApi = z.infer<typeof Document>;

/**
 * One OpenAPI 3.1 document of all services: what the gateway forwards and nothing internal. Schemas of the contracts appear in several
 * services and must be the same there; two different ones of one name are a mistake and throw.
 */
export function mergeOpenApi(documents: readonly { service: string; document: unknown }[], serverUrl: string) {
  const paths: OpenApi['paths'] = {};
  const schemas: Record<string, unknown> = {};
  for (const { service, document } of documents) {
    const { paths: ours, components } = Document.parse(document);
    for (const [path, item] of Object.entries(ours)) {
      if (path.startsWith('/api/') || path.startsWith('/auth/')) paths[path] = whole(path, item);
    }
    for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
      if (Object.hasOwn(schemas, name) && !isDeepStrictEqual(schemas[name], schema)) {
        throw new Error(`the schema ${name} of ${service} differs from that of another service`);
      }
      schemas[name] = schema;
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'beian 公共安全视频图像信息系统备案 API',
      version: '1',
      description:
        'Errors are problem details (RFC 9457) in zh-CN or en by Accept-Language; what any request may meet is under components.responses, and a method that an address does not take is 405 with Allow. Lists are `{items, next}`; `next` is the cursor of the following page. POST requests that create take an Idempotency-Key.',
    },
    servers: [{ url: serverUrl }],
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => a.localeCompare(b))),
    components: {
      schemas,
      responses: everyAnswer,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookieOf(serverUrl) },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        program: {
          type: 'oauth2',
          description:
            'an API credential (接口凭证) of the account; what needs a person is 403 auth.program-not-allowed',
          flows: { clientCredentials: { tokenUrl: `${serverUrl}${tokenPath}`, scopes: {} } },
        },
      },
    },
  };
}

const open = ['/api/public/', '/api/divisions', '/auth/'];
/** Everybody reads these, staff write them. */
const openToRead = ['/api/templates', '/api/organs', '/api/calendar', '/api/dictionaries'];

const isOpen = (path: string, method: string): boolean =>
  open.some((prefix) => path.startsWith(prefix)) ||
  (method === 'get' && openToRead.some((prefix) => path.startsWith(prefix)));

/** An item of a service as the platform answers it: who may ask, and what any request may meet. */
const whole = (path: string, item: OpenApi['paths'][string]): OpenApi['paths'][string] =>
  Object.fromEntries(
    Object.entries(item).map(([method, described]) => {
      const operation = withEveryAnswer(method, described);
      return [
        method,
        isOpen(path, method)
          ? operation
          : { ...operation, security: [{ session: [] }, { bearer: [] }, { program: [] }] },
      ];
    }),
  );

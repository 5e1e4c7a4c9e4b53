import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { EntryCode } from '@beian/contracts/common.ts';
import { AddEntry, ChangeEntry, Dictionaries, DictionaryEntry, RetireEntry } from '@beian/contracts/dictionaries.ts';
import { dictionaries } from '@beian/contracts/vocabulary.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import { idempotencyKey, idempotencyOf } from '@beian/service-kit/idempotency.ts';
import type { Deps } from '../deps.ts';
import { readDictionaries } from './read-dictionaries.ts';
import { restoreEntry, retireEntry } from './retire-entry.ts';
import { addEntry, changeEntry } from './save-entry.ts';

const tags = ['dictionaries'];
const inDictionary = z.object({ dictionary: z.enum(dictionaries) });
const ofEntry = inDictionary.extend({ code: EntryCode });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const operators = ['auth.required', 'auth.forbidden', 'request.invalid'] as const;
const entry = (description: string) => ({ description, content: json(DictionaryEntry) });
const entries = '/api/review/dictionaries/{dictionary}/entries' as const;

const show = createRoute({
  method: 'get',
  path: '/api/dictionaries',
  tags,
  summary: '字典',
  responses: {
    200: { description: 'every entry, in order', content: json(Dictionaries) },
    304: { description: 'as before' },
  },
});
const add = createRoute({
  method: 'post',
  path: entries,
  tags,
  summary: '新增字典项',
  parameters: [idempotencyKey()],
  request: { params: inDictionary, body: { required: true, content: json(AddEntry) } },
  responses: {
    201: entry('added'),
    ...problemResponses(...operators, 'request.malformed', 'dictionary.code-taken', 'idempotency.conflict'),
  },
});
const change = createRoute({
  method: 'put',
  path: `${entries}/{code}`,
  tags,
  summary: '修改字典项',
  request: { params: ofEntry, body: { required: true, content: json(ChangeEntry) } },
  responses: {
    200: entry('changed'),
    ...problemResponses(...operators, 'request.malformed', 'not-found', 'content.stale'),
  },
});
const retire = createRoute({
  method: 'put',
  path: `${entries}/{code}/retirement`,
  tags,
  summary: '停用字典项',
  request: { params: ofEntry, body: { required: true, content: json(RetireEntry) } },
  responses: {
    200: entry('retired from the day on'),
    ...problemResponses(...operators, 'request.malformed', 'not-found', 'dictionary.fixed'),
  },
});
const restore = createRoute({
  method: 'delete',
  path: `${entries}/{code}/retirement`,
  tags,
  summary: '恢复字典项',
  request: { params: ofEntry },
  responses: { 200: entry('in use again'), ...problemResponses(...operators, 'not-found') },
});

/** Routes of the dictionaries. Reading is for everybody: the form of an appeal without sign-in needs them too. */
export const dictionariesRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(show, async (c) => {
      const all = await readDictionaries(deps);
      const etag = `"${createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32)}"`;
      // Asked for anew each time: what is retired at midnight is not chosen in the morning.
      const headers = { etag, 'cache-control': 'public, no-cache' };
      return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.json(all, 200, headers);
    })
    .openapi(add, async (c) => {
      const by = { actor: c.var.actor, idempotency: await idempotencyOf(c) };
      return c.json(await addEntry(deps, by, c.req.valid('param').dictionary, c.req.valid('json')), 201);
    })
    .openapi(change, async (c) =>
      c.json(await changeEntry(deps, c.var.actor, c.req.valid('param'), c.req.valid('json')), 200),
    )
    .openapi(retire, async (c) =>
      c.json(await retireEntry(deps, c.var.actor, c.req.valid('param'), c.req.valid('json').from), 200),
    )
    .openapi(restore, async (c) => c.json(await restoreEntry(deps, c.var.actor, c.req.valid('param')), 200));

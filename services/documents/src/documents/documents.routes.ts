import { createRoute, z } from '@hono/zod-openapi';
import { Disposition, DocumentLink, StoredDocument, UploadForm } from '@beian/contracts/documents.ts';
import { Id } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { followLink, makeLink } from './document-link.ts';
import { presentDocument } from './present-document.ts';
import { bytesOf, findDocuments, readableBy, readDocument } from './read-document.ts';
import { takeInDocument, uploadDocument } from './upload-document.ts';

const tags = ['documents'];
const params = z.object({ id: Id });
/** For services: with the owner, so that filing can check whose file it is given. */
export const OwnedDocument = StoredDocument.extend({ ownerAccountId: Id.nullable() }).meta({ id: 'OwnedDocument' });

// OpenAPI has no word for a file; this says it in the document's own.
const DescribedUpload = UploadForm.extend({ file: z.file().openapi({ type: 'string', format: 'binary' }) });

const bytes = z.string().meta({ format: 'binary' });
const uploadBody = { required: true, content: { 'multipart/form-data': { schema: DescribedUpload } } };
const uploadProblems = problemResponses(
  'auth.required',
  'auth.forbidden',
  'request.invalid',
  'document.empty',
  'document.too-large',
  'document.type',
  'document.infected',
  'document.storage-down',
);

const upload = createRoute({
  method: 'post',
  path: '/api/documents',
  tags,
  summary: '上传文件',
  request: { body: uploadBody },
  responses: {
    201: { description: 'stored', content: { 'application/json': { schema: StoredDocument } } },
    ...uploadProblems,
  },
});
const takeIn = createRoute({
  method: 'post',
  path: '/internal/documents',
  tags: ['internal'],
  request: { body: uploadBody },
  responses: {
    201: { description: 'stored', content: { 'application/json': { schema: StoredDocument } } },
    ...uploadProblems,
  },
});
const show = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  tags,
  summary: '文件信息',
  request: { params },
  responses: {
    200: { description: 'the document', content: { 'application/json': { schema: StoredDocument } } },
    ...problemResponses('auth.required', 'auth.forbidden', 'not-found', 'request.invalid'),
  },
});
const content = createRoute({
  method: 'get',
  path: '/api/documents/{id}/content',
  tags,
  summary: '文件内容',
  request: {
    params,
    query: z.object({
      disposition: Disposition,
      link: z.string().max(2000).optional().meta({ description: 'of POST /api/documents/{id}/links: no sign-in' }),
    }),
  },
  responses: {
    200: {
      description: 'the bytes',
      content: Object.fromEntries(StoredDocument.shape.mediaType.options.map((type) => [type, { schema: bytes }])),
    },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'not-found',
      'request.invalid',
      'document.awaiting-scan',
      'document.quarantined',
      'document.link-invalid',
      'document.storage-down',
    ),
  },
});
const newLink = createRoute({
  method: 'post',
  path: '/api/documents/{id}/links',
  tags,
  summary: '获取文件的短时链接',
  request: {
    params,
    body: { content: { 'application/json': { schema: z.strictObject({ disposition: Disposition }) } } },
  },
  responses: {
    201: { description: 'the link', content: { 'application/json': { schema: DocumentLink } } },
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'not-found',
      'request.invalid',
      'document.awaiting-scan',
      'document.quarantined',
    ),
  },
});
const find = createRoute({
  method: 'get',
  path: '/internal/documents',
  tags: ['internal'],
  request: {
    query: z.object({
      ids: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(Id).min(1).max(100)),
    }),
  },
  responses: {
    200: {
      description: 'those that are known',
      content: { 'application/json': { schema: z.object({ items: z.array(OwnedDocument) }) } },
    },
    ...problemResponses('auth.required', 'request.invalid'),
  },
});

const showable = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Routes of /api/documents. */
export const documentsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(upload, async (c) => {
      const { kind, file } = c.req.valid('form');
      const bytes = new Uint8Array(await file.arrayBuffer());
      return c.json(await uploadDocument(deps, c.var.actor, { kind, name: file.name, bytes }), 201);
    })
    .openapi(takeIn, async (c) => {
      const { kind, file } = c.req.valid('form');
      const bytes = new Uint8Array(await file.arrayBuffer());
      return c.json(await takeInDocument(deps, c.var.actor, { kind, name: file.name, bytes }), 201);
    })
    .openapi(show, async (c) => {
      const document = await readDocument(deps, c.var, { id: c.req.valid('param').id, of: 'facts' });
      return c.json(presentDocument(deps, document), 200);
    })
    .openapi(newLink, async (c) => {
      const { id } = c.req.valid('param');
      const { disposition } = c.req.valid('json');
      return c.json(await makeLink(deps, c.var, { id, disposition }), 201);
    })
    .openapi(content, async (c) => {
      const { id } = c.req.valid('param');
      const { link, ...asked } = c.req.valid('query');
      const { document, disposition } =
        link === undefined
          ? { document: readableBy(c.var.actor, await readDocument(deps, c.var, { id, of: 'content' })), ...asked }
          : await followLink(deps, { id, token: link });
      const bytes = await bytesOf(deps, document);
      const { name } = presentDocument(deps, document);
      const inline = disposition === 'inline' && showable.has(document.mediaType);
      return c.body(bytes, 200, {
        'content-type': document.mediaType,
        'content-length': String(bytes.byteLength),
        'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
        'x-content-type-options': 'nosniff',
        // A file of a stranger never runs anything, even when it is shown in place.
        'content-security-policy':
          "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        etag: `"${document.sha256}"`,
      });
    })
    .openapi(find, async (c) => {
      const documents = await findDocuments(deps, c.var.actor, c.req.valid('query').ids);
      return c.json(
        { items: documents.map((d) => ({ ...presentDocument(deps, d), ownerAccountId: d.ownerAccountId ?? null })) },
        200,
      );
    });

import { createHash } from 'node:crypto';
import type { Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { askedEveryMs, Document, objectKeyOf } from './document.entity.ts';

/**
 * A document that the actor may read: its owner, another service, or somebody to whom filing grants it (a reviewer whose organ
 * has an application with it, the holder of a filing that it belongs to). Anyone else gets the same 404 as for an id that does not exist.
 * Its `content` is personal data, so filing notes who opens it (I40); its `facts` (size, scan) are asked for again and again while a
 * file is held, and leave no entry.
 */
export async function readDocument(
  deps: Deps,
  by: { actor: Actor; token: string },
  { id, of }: { id: string; of: 'facts' | 'content' },
): Promise<Document> {
  const { actor, token } = by;
  if (actor.kind === 'nobody') throw problem('auth.required');
  if (actor.kind === 'department') throw problem('auth.forbidden');
  const document = await deps.orm.em.fork().findOne(Document, { id });
  if (!document) throw problem('not-found');
  if (actor.kind === 'service') return document;
  const own = 'accountId' in actor && actor.accountId === document.ownerAccountId;
  // What a clerk has uploaded is somebody else's paper: filing notes who opens it, once it belongs to an application.
  if (own && actor.kind !== 'staff') return document;
  const { mayRead, mayOpen } = deps.access;
  if ('accountId' in actor && (await (of === 'content' ? mayOpen : mayRead)(id, token))) return document;
  if (own) return document;
  throw problem('not-found');
}

/**
 * Several of one's own documents (a service: anyone's), in no order; unknown ones are left out. Whoever asks may be about to take them into
 * use, and it is noted first: the sweep has removed a document before that, and it is unknown, or leaves it alone.
 */
export async function findDocuments(deps: Deps, actor: Actor, ids: string[]): Promise<Document[]> {
  if (actor.kind !== 'service' && !('accountId' in actor)) throw problem('auth.required');
  const where = { id: { $in: ids }, ...(actor.kind === 'service' ? {} : { ownerAccountId: actor.accountId }) };
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const notLately = [{ askedAt: null }, { askedAt: { $lt: new Date(now.getTime() - askedEveryMs) } }];
  // Not an act of anybody: no audit entry.
  await em.nativeUpdate(Document, { ...where, $or: notLately }, { askedAt: now });
  return em.find(Document, where);
}

/** The bytes of a document, which must be those that were uploaded: `document.storage-down` when the store holds others. */
export async function bytesOf(
  { store, log }: Pick<Deps, 'store' | 'log'>,
  { id, sha256 }: Document,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await store.get(objectKeyOf(id));
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  log.error({ documentId: id }, 'the object of a document is not what was uploaded');
  throw problem('document.storage-down');
}

/** A document whose content may be shown: not one that waits for its scan or is infected. */
export function readable(document: Document): Document {
  if (document.scan === 'infected') throw problem('document.quarantined');
  if (document.scan === 'awaiting_scan') throw problem('document.awaiting-scan');
  return document;
}

/**
 * The same for who asks: services read what waits for its scan too. They read a device table in a worker with limits of its own, so that
 * filling in and submitting go on while the scanner is away; what they read they show to nobody.
 */
export const readableBy = (actor: Actor, document: Document): Document =>
  actor.kind === 'service' && document.scan === 'awaiting_scan' ? document : readable(document);

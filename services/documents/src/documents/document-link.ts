import { hkdfSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { DocumentLink } from '@beian/contracts/documents.ts';
import { actorTokens, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { Document } from './document.entity.ts';
import { readable, readDocument } from './read-document.ts';

const link = { issuer: 'beian-documents', audience: 'beian-document-link', algorithm: 'HS256' } as const;
const Claims = z.object({ sub: z.string(), account: z.string(), disposition: z.enum(['attachment', 'inline']) });
export type LinkClaims = z.infer<typeof Claims>;

/** The key of links: drawn from the services' secret, and good for nothing else. */
export const linkKeyOf = (serviceSecret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', serviceSecret, '', 'beian document links', 32));

/**
 * Makes a link to the content of a document that the actor may read (I31): for programs that cannot carry a session, such as a phone's
 * file viewer. It is good for that document and way of showing alone, as long as a token of the actor would be: 5 minutes, of staff 1.
 * Who made it is in the link and in the audit trail.
 */
export async function makeLink(
  deps: Deps,
  by: { actor: Actor; token: string },
  { id, disposition }: { id: string; disposition: LinkClaims['disposition'] },
): Promise<DocumentLink> {
  const { actor } = by;
  if (!('accountId' in actor)) throw problem(actor.kind === 'nobody' ? 'auth.required' : 'auth.forbidden');
  const document = readable(await readDocument(deps, by, { id, of: 'content' }));
  const minutes = actor.kind === 'staff' ? actorTokens.staffMinutes : actorTokens.minutes;
  return mutate(deps, actor, { action: 'document.link' }, async (change) => {
    const expiresAt = new Date((Math.floor(change.now.getTime() / 1000) + minutes * 60) * 1000);
    const token = await new SignJWT({ account: actor.accountId, disposition })
      .setProtectedHeader({ alg: link.algorithm })
      .setSubject(document.id)
      .setIssuer(link.issuer)
      .setAudience(link.audience)
      .setExpirationTime(expiresAt)
      .sign(deps.linkKey);
    change.record({ subject: document.id, data: { expiresAt: expiresAt.toISOString(), disposition } });
    return { url: `/api/documents/${document.id}/content?link=${token}`, expiresAt: expiresAt.toISOString() };
  });
}

/** The document that a link opens; `document.link-invalid` when it is forged, of another document, or over. */
export async function followLink(
  deps: Deps,
  { id, token }: { id: string; token: string },
): Promise<{ document: Document; disposition: LinkClaims['disposition'] }> {
  const { issuer, audience, algorithm } = link;
  const checks = { issuer, audience, algorithms: [algorithm], subject: id, currentDate: deps.clock.now() };
  const claims = await jwtVerify(token, deps.linkKey, checks)
    .then(({ payload }) => Claims.parse(payload))
    .catch((cause: unknown) => {
      throw problem('document.link-invalid', { cause });
    });
  const document = await deps.orm.em.fork().findOne(Document, { id });
  if (!document) throw problem('not-found');
  return { document: readable(document), disposition: claims.disposition };
}

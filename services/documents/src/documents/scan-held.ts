import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { Document } from './document.entity.ts';
import { quarantineDocument } from './quarantine.ts';
import { bytesOf } from './read-document.ts';

const batch = 20;

/**
 * Scans what was held while the scanner was away, and what was uploaded before there was one. Answers how many got a verdict.
 * A document that cannot be read now does not keep the others waiting: it is tried again at the next turn.
 */
export async function scanHeld(deps: Deps): Promise<number> {
  let scanned = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  while ((await deps.scanner.state()) === 'up') {
    const held = await deps.orm.em
      .fork()
      .find(
        Document,
        { id: { $gt: last }, scan: { $in: ['awaiting_scan', 'not_scanned'] } },
        { orderBy: { id: 'asc' }, limit: batch },
      );
    for (const document of held) {
      const settled = await scanOne(deps, document).catch((error: unknown) => {
        deps.log.error({ documentId: document.id, err: error }, 'held document not scanned');
        return false;
      });
      if (settled) scanned += 1;
      last = document.id;
    }
    if (held.length < batch) break;
  }
  return scanned;
}

async function scanOne(deps: Deps, document: Document): Promise<boolean> {
  const { id } = document;
  const bytes = await bytesOf(deps, document);
  const verdict = await deps.scanner.scan(bytes);
  if (verdict.scan === 'infected') {
    await quarantineDocument(deps, document, { bytes, signature: verdict.signature });
    return true;
  }
  if (verdict.scan !== 'clean') return false;
  await mutate(deps, { kind: 'system', name: 'scan' }, { action: 'document.scan' }, async (change) => {
    const row = await change.lock(Document, { id });
    Object.assign(row, { scan: 'clean', scannedAt: change.now });
    change.record({ subject: id });
  });
  return true;
}

/** How many documents wait for their scan. */
export const awaitingScan = ({ orm }: Pick<Deps, 'orm'>): Promise<number> =>
  orm.em.fork().count(Document, { scan: 'awaiting_scan' });

import { createHash } from 'node:crypto';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { templateLimitBytes, type TemplateName, type TemplateVersion } from '@beian/contracts/templates.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { sources } from './built-in.ts';
import { inspectDeviceTable, inspectOfficeFile } from './inspect-office-file.ts';
import { presentVersion } from './read-versions.ts';
import { TemplateVersionEntity, templateKeyOf } from './template-version.entity.ts';

export type NewVersion = { name: TemplateName; bytes: Uint8Array; effectiveFrom: string; note: string };

/**
 * Adds a version of a template (I31) that comes into force today or later: yesterday's form cannot be changed any more. The object is
 * written first and the row after it, so that no row lacks its object; a row that fails takes its object with it.
 */
export async function addVersion(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  added: NewVersion,
): Promise<TemplateVersion> {
  const { actor, idempotency } = by;
  const editor = requireStaff(actor, 'content_editor');
  const { name, bytes, effectiveFrom, note } = added;
  const today = beijingDay(deps.clock.now());
  if (effectiveFrom < today) throw fieldProblem(['effectiveFrom'], 'date.past');
  await checkFile(name, bytes);
  await checkMalware(deps, name, bytes);

  const id = newId();
  const sha256 = sha256Of(bytes);
  await deps.store.put(templateKeyOf(id), bytes, sources[name].mediaType);
  try {
    const answer = await mutate(deps, actor, { action: 'template.add-version', idempotency }, async (change) => {
      const number = await nextNumber(change, name);
      const version = change.create(TemplateVersionEntity, {
        id,
        name,
        number,
        effectiveFrom,
        note,
        size: bytes.byteLength,
        sha256,
        uploadedBy: editor.accountId,
        uploadedAt: change.now,
      });
      change.record({ subject: name, data: { versionId: id, number, effectiveFrom, sha256 } });
      return presentVersion(version, effectiveFrom > today ? 'upcoming' : 'in_force');
    });
    // A request that was sent again is answered with what the first one stored.
    if (answer.id !== id) await discard(deps, id);
    return answer;
  } catch (error) {
    await discard(deps, id);
    throw error;
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const discard = (deps: Deps, id: string): Promise<void> =>
  deps.store
    .remove(templateKeyOf(id))
    .catch((cause: unknown) => deps.log.warn({ versionId: id, err: cause }, 'orphan object left'));

async function checkFile(name: TemplateName, bytes: Uint8Array): Promise<void> {
  const size = bytes.byteLength;
  if (size === 0) throw problem('document.empty');
  if (size >= templateLimitBytes) throw problem('document.too-large', { params: { size, limit: templateLimitBytes } });
  const parts = inspectOfficeFile(bytes, sources[name].mediaType);
  if (name === 'device-table') await inspectDeviceTable(bytes, parts);
}

// What the public downloads is never held: an editor can wait for the scanner.
async function checkMalware(deps: Deps, name: TemplateName, bytes: Uint8Array): Promise<void> {
  const verdict = await deps.scanner.scan(bytes);
  if (verdict.scan === 'awaiting_scan') throw problem('document.scanner-down');
  if (verdict.scan !== 'infected') return;
  const { signature } = verdict;
  deps.log.warn({ template: name, signature, sha256: sha256Of(bytes) }, 'infected template refused');
  throw problem('document.infected', { params: { signature } });
}

/** Of two editors at the same moment one finds the number taken: `template.version-raced`. */
async function nextNumber({ em }: Change, name: TemplateName): Promise<number> {
  const [last] = await em.find(TemplateVersionEntity, { name }, { orderBy: { number: 'desc' }, limit: 1 });
  return (last?.number ?? 1) + 1;
}

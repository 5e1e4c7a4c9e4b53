import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { builtInVersion, type TemplateName } from '@beian/contracts/templates.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { TemplateVersionEntity } from './template-version.entity.ts';

/**
 * Takes a version back before anybody could use it. One that has been in force stays on record: `template.in-force`.
 * The row and its object are kept for the audit trail; nobody is shown them again.
 */
export async function withdrawVersion(deps: Deps, actor: Actor, { name, id }: { name: TemplateName; id: string }) {
  requireStaff(actor, 'content_editor');
  if (id === builtInVersion) throw problem('template.in-force');
  await mutate(deps, actor, { action: 'template.withdraw-version' }, async (change) => {
    const version = await change.lock(TemplateVersionEntity, { id, name, withdrawnAt: null });
    if (version.effectiveFrom <= beijingDay(change.now)) throw problem('template.in-force');
    version.withdrawnAt = change.now;
    change.record({ subject: name, data: { versionId: id, number: version.number } });
  });
}

import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { TemplateVersionEntity, templatePrefix } from '../templates/template-version.entity.ts';
import { Document, objectPrefix, quarantinePrefix } from './document.entity.ts';
import { daysBefore } from './release-document.ts';
import type { StoredObject } from './document-store.ts';

const batch = 500;
const ours = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes objects that no row answers for (a service that was killed between object and row left them), a day after they were written, and
 * what has been in quarantine for `quarantineDays`. Answers how many went.
 */
export async function sweepObjects(deps: Deps, quarantineDays: number): Promise<number> {
  const now = deps.clock.now();
  const em = deps.orm.em.fork();
  const served = async (ids: string[]) => em.find(Document, { id: { $in: ids }, scan: { $ne: 'infected' } });
  const versions = async (ids: string[]) => em.find(TemplateVersionEntity, { id: { $in: ids } });
  const nobody = async () => [];
  return (
    (await sweep(deps, { prefix: objectPrefix, before: daysBefore(now, 1), rows: served })) +
    (await sweep(deps, { prefix: templatePrefix, before: daysBefore(now, 1), rows: versions })) +
    (await sweep(deps, { prefix: quarantinePrefix, before: daysBefore(now, quarantineDays), rows: nobody }))
  );
}

type Sweep = { prefix: string; before: Date; rows: (ids: string[]) => Promise<{ id: string }[]> };

async function sweep(deps: Deps, { prefix, before, rows }: Sweep): Promise<number> {
  let removed = 0;
  const settle = async (objects: StoredObject[]) => {
    const idOf = ({ key }: StoredObject) => key.slice(prefix.length);
    const known = new Set((await rows(objects.map(idOf))).map(({ id }) => id));
    for (const object of objects.filter((one) => !known.has(idOf(one)))) {
      await mutate(deps, { kind: 'system', name: 'sweep' }, { action: 'document.discard-object' }, async (change) => {
        await deps.store.remove(object.key);
        change.record({ subject: idOf(object), data: { prefix } });
      });
      removed += 1;
    }
  };
  let some: StoredObject[] = [];
  for await (const object of deps.store.list(prefix)) {
    // What does not look like ours was put there by somebody else.
    if (object.modifiedAt < before && ours.test(object.key.slice(prefix.length))) some.push(object);
    if (some.length < batch) continue;
    await settle(some);
    some = [];
  }
  await settle(some);
  return removed;
}

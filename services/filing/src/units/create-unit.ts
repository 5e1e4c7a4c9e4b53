import type { Unit, UnitInput } from '@beian/contracts/units.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { mustBeChoice, readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { checkAttachments } from './check-attachments.ts';
import { getUnit } from './list-units.ts';
import { UnitEntity } from './unit.entity.ts';

/** 【使用新单位登记】 (M037–M045): a new unit of the account, with its attachments. */
export async function createUnit(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency?: Idempotency | undefined },
  input: UnitInput,
): Promise<Unit> {
  const actor = requireFiler(by.actor);
  const types = await readDictionaries(deps, 'unit_type');
  mustBeChoice(types, 'unit_type', input.type, ['type']);
  await checkAttachments(deps, { actor, token: by.token }, input, types);
  const { id } = await mutate(deps, actor, { action: 'unit.create', idempotency: by.idempotency }, async (change) => {
    const id = newId();
    change.create(UnitEntity, {
      id,
      accountId: actor.accountId,
      uscc: input.uscc,
      type: input.type,
      name: input.name,
      sealed: deps.sealer.seal({ headName: input.headName }, { table: 'unit', column: 'sealed', row: id }),
      attachments: input.attachments,
      createdAt: change.now,
    });
    change.record({ subject: id });
    return { id };
  });
  return getUnit(deps, actor, id);
}

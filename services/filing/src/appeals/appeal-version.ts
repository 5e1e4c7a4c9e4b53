import { z } from 'zod';
import type { AppealContent } from '@beian/contracts/appeals.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { ApplicationVersion } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { joinAppeal, type OpenAppeal, type SealedAppeal } from './appeal-content.rules.ts';

const Sealed = z.object({
  description: z.string(),
  contactName: z.string().optional(),
  contactPhone: z.string().optional(),
});
const contextOf = (row: string) => ({ table: 'application_version', column: 'sealed', row });

/** Writes a version of an appeal: its words and whom to answer are sealed, the rest is JSON. */
export function addAppealVersion(
  { sealer }: Pick<Deps, 'sealer'>,
  change: Change,
  version: {
    applicationId: string;
    number: number;
    open: OpenAppeal;
    sealed: SealedAppeal;
    explanation?: string | undefined;
  },
): ApplicationVersion {
  const id = newId();
  const { applicationId, number, open, sealed, explanation } = version;
  return change.create(ApplicationVersion, {
    id,
    applicationId,
    number,
    appeal: open,
    sealed: sealer.seal(sealed, contextOf(id)),
    documentIds: open.evidenceIds,
    explanation: explanation ?? null,
    createdAt: change.now,
  });
}

/** What a version appeals against; undefined when it is no appeal's. */
export function appealOf(
  { sealer }: Pick<Deps, 'sealer'>,
  { id, appeal, sealed }: Pick<ApplicationVersion, 'id' | 'appeal' | 'sealed'>,
): AppealContent | undefined {
  if (!appeal) return undefined;
  const { description, contactName, contactPhone } = Sealed.parse(sealer.unseal(sealed, contextOf(id)));
  return joinAppeal(appeal, {
    description,
    ...(contactName ? { contactName } : {}),
    ...(contactPhone ? { contactPhone } : {}),
  });
}

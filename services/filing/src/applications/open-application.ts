import type { SubmitApplication } from '@beian/contracts/submissions.ts';
import type { FilerKind } from '@beian/contracts/vocabulary.ts';
import type { PartInput } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from '../drafts/draft.entity.ts';
import { nextAcceptanceNumber } from './acceptance-number.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { ApplicationEntity } from './application.entity.ts';
import { noteHandedIn, type HandingIn } from './handed-in.ts';

/** Who files: an account, or nobody's account for what comes on paper. */
export type FiledBy = { kind: FilerKind; accountId: string | null } & HandingIn;
/** In whose place an agent files, and by which delegation (I02). */
export type Behalf = { onBehalfOf: string; delegationId: string };

/** The same of an application, for the audit row of whatever is done with it. */
export const behalfIn = ({ onBehalfOf, delegationId }: ApplicationEntity): Partial<Behalf> =>
  onBehalfOf && delegationId ? { onBehalfOf, delegationId } : {};

/** What the queue and the lists show of an application, whatever its business. */
export type About = {
  unitId?: string;
  /** Of an appeal only when it is about a filing of the appellant's own. */
  uscc?: string;
  unitName?: string;
  systemName?: string;
  countyCode: string;
  divisionName: string;
  organ: { code: string; name: string };
};

/** Who files what, and in whose place; `part` makes it a part of another application, whose workflow will start its own. */
export type Opening = {
  actor: FiledBy;
  about: About;
  behalf?: Behalf | undefined;
  part?: { of: ApplicationEntity; number: number };
};

/** The documents of version 1; of a change over several organs its parts too. */
type FirstVersion = { documentIds: string[]; parts?: PartInput[] };

/**
 * What every submission does inside its transaction: the application with its number, the timeline, the event, the start of its
 * workflow, the audit row, and the end of the draft it came from. `addVersion` comes from the business: it writes version 1.
 */
export async function openApplication(
  deps: Pick<Deps, 'policy' | 'sealer'>,
  change: Change,
  { kind, draftId }: Pick<SubmitApplication, 'kind' | 'draftId'>,
  { actor, about, behalf, part }: Opening,
  addVersion: (application: ApplicationEntity) => Promise<FirstVersion> | FirstVersion,
): Promise<ApplicationEntity> {
  const { organ, unitId, ...shown } = about;
  const { accountId } = actor;
  const application = change.create(ApplicationEntity, {
    id: newId(),
    number: part ? `${part.of.number}-${part.number}` : await nextAcceptanceNumber(change.em, change.now),
    parentId: part?.of.id ?? null,
    kind,
    status: 'submitted',
    accountId,
    ...behalf,
    filerKind: actor.kind,
    unitId: unitId ?? null,
    ...shown,
    organCode: organ.code,
    organName: organ.name,
    version: 1,
    submittedAt: change.now,
    updatedAt: change.now,
    policy: deps.policy,
  });
  const { id: applicationId } = application;
  const { documentIds, parts } = await addVersion(application);
  noteHandedIn(deps, change, { applicationId, version: 1 }, actor);
  addTimelineEntry(change, application, 'submitted', 'filer', { organ });
  if (draftId && accountId) await change.em.nativeDelete(DraftEntity, { id: draftId, accountId });
  change.emit('application.submitted', {
    subject: applicationId,
    data: {
      applicationId,
      kind,
      version: 1,
      organCode: organ.code,
      accountId,
      countyCode: about.countyCode,
      documentIds,
    },
  });
  const receivedAt = change.now.toISOString();
  const division = about.countyCode;
  const input = { applicationId, divisionCode: division, organCode: organ.code, receivedAt, policy: deps.policy };
  if (!part) {
    change.tell({
      op: 'start',
      workflow: kind,
      workflowId: applicationId,
      input: parts ? { ...input, parts } : input,
      search: { kind, division, receivedAt },
    });
  }
  change.record({ subject: applicationId, data: { kind, number: application.number, organ: organ.code, ...behalf } });
  return application;
}

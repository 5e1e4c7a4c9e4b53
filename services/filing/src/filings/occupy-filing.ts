import { defineEntity, p } from '@mikro-orm/core';
import { applicationKindLabels } from '@beian/contracts/vocabulary.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { Problem, problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import type { FilingEntity } from './filing.entity.ts';

const Schema = defineEntity({
  name: 'ApplicationFiling',
  tableName: 'application_filing',
  properties: {
    applicationId: p.uuid().primary(),
    filingId: p.uuid().primary(),
    filingNumber: p.string(),
    /** Version of the filing that the application began with. */
    baseVersion: p.integer(),
    /** Until the business has ended; the database allows one open row per filing (G7). */
    open: p.boolean(),
  },
});
/** A filing that an application is about. */
export class ApplicationFiling extends Schema.class {}
Schema.setClass(ApplicationFiling);

/** Takes a filing for an application. A second one fails at the database as `filing.busy`. */
export function occupyFiling(change: Change, applicationId: string, filing: FilingEntity): void {
  const { id: filingId, number: filingNumber, version: baseVersion } = filing;
  change.create(ApplicationFiling, { applicationId, filingId, filingNumber, baseVersion, open: true });
}

/**
 * Names a filing without taking it: for the whole of a change whose parts occupy it, or for an appeal, beside which other businesses go on
 * until the filing is held.
 */
export function nameFiling(change: Change, applicationId: string, filing: FilingEntity): void {
  const { id: filingId, number: filingNumber, version: baseVersion } = filing;
  change.create(ApplicationFiling, { applicationId, filingId, filingNumber, baseVersion, open: false });
}

/** The business has ended, whichever way: its filings are free for the next. */
export async function releaseFilings(change: Change, applicationId: string): Promise<void> {
  await change.em.nativeUpdate(ApplicationFiling, { applicationId, open: true }, { open: false });
}

/** Runs a submission; when one of its filings is occupied, `filing.busy` says by which business. */
export async function namingTheOpenBusiness<T>(
  deps: Deps,
  filingNumbers: string | readonly string[],
  submit: () => Promise<T>,
): Promise<T> {
  try {
    return await submit();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'filing.busy') throw error;
    const em = deps.orm.em.fork();
    const named = { filingNumber: { $in: [filingNumbers].flat() } };
    const open = await em.findOne(ApplicationFiling, { ...named, open: true });
    const application = open && (await em.findOne(ApplicationEntity, { id: open.applicationId }));
    const params = {
      kind: application ? applicationKindLabels[application.kind] : '–',
      number: application?.number ?? '–',
    };
    throw problem('filing.busy', { params, cause: error });
  }
}

import { createHash } from 'node:crypto';
import type { ApplicationKind, FilerKind, ReviewStage } from '@beian/contracts/vocabulary.ts';

/** One in so many is drawn to be looked at by itself, however harmless it looks (I12). */
const drawnOf = 10;
/** Fewer days of storage are a matter to look at (条例 art. 17). */
const leastRetentionDays = 30;

export type Weighed = {
  kind: ApplicationKind;
  filerKind: FilerKind;
  stage: ReviewStage;
  round: number;
  escalations: number;
  retentionDays: number;
  /** Other filings or applications with the same devices, or that look like the same system. */
  alike: number;
};

/**
 * Whether a task may be approved together with others (I12): a registration or a cancellation that its filer handed in online, in its
 * first round and in time, that keeps video long enough and resembles nothing that is filed.
 */
export const isLowRisk = (task: Weighed): boolean =>
  (task.kind === 'registration' || task.kind === 'cancellation') &&
  (task.filerKind === 'personal' || task.filerKind === 'legal_person') &&
  task.stage === 'first' &&
  task.round === 1 &&
  task.escalations === 0 &&
  task.retentionDays >= leastRetentionDays &&
  task.alike === 0;

/** Whether a task is drawn: by its id alone, so that asking again changes nothing and nobody can tell beforehand. */
export const isDrawn = (taskId: string): boolean =>
  createHash('sha256').update(taskId).digest().readUInt32BE(0) % drawnOf === 0;

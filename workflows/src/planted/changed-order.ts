import { sleep } from '@temporalio/workflow';
import type { ApplicationInput } from '@beian/contracts/workflows.ts';
import { registration as current, type RegistrationResult } from '../registration.workflow.ts';

/** A change that no running application would survive: something comes before the first review. The replay test must find it. */
export async function registration(input: ApplicationInput): Promise<RegistrationResult> {
  await sleep('1 minute');
  return current(input);
}

import type { ApplicationInput } from '@beian/contracts/workflows.ts';
import { oneReview, type OneReviewResult } from './stages/one-review.ts';

export type RegistrationResult = OneReviewResult;

/** 备案登记 (M015–M066): one review by the organ of the system's county. */
export const registration = (input: ApplicationInput): Promise<RegistrationResult> => oneReview(input);

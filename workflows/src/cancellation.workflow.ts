import type { ApplicationInput } from '@beian/contracts/workflows.ts';
import { oneReview, type OneReviewResult } from './stages/one-review.ts';

export type CancellationResult = OneReviewResult;

/** 注销 (M100–M107): one review by the filing's organ; the filing ends with the approval. */
export const cancellation = (input: ApplicationInput): Promise<CancellationResult> => oneReview(input);

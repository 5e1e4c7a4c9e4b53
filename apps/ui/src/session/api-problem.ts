import type { ProblemDetails } from '@beian/contracts/problems.ts';

/** An answer that is a problem. `details` is in the reader's language; `undefined` when nobody answered at all. */
export class ApiProblem extends Error {
  readonly details: ProblemDetails | undefined;
  constructor(details?: ProblemDetails) {
    super(details?.code ?? 'network');
    this.details = details;
  }
  get code(): string {
    return this.details?.code ?? 'network';
  }
}

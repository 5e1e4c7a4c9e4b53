import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import { retryAfterHeader } from '@beian/service-kit/create-app.ts';

type Operation = { responses: Record<string, { description: string }>; requestBody?: unknown };
type Applies = (method: string, operation: Operation) => boolean;

const always: Applies = () => true;
const writes: Applies = (method) => method !== 'get';
const withBody: Applies = (_method, { requestBody }) => requestBody !== undefined;

/** What any request may meet before its route is asked: at the gateway, or in the stack that every service has. */
const answers: readonly (readonly [code: ProblemCode, applies: Applies])[] = [
  ['request.malformed', withBody],
  ['auth.token-invalid', always],
  ['auth.cross-site', writes],
  ['request.too-large', withBody],
  ['request.media-type', withBody],
  ['request.too-many', always],
  ['upstream.unavailable', always],
];

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

// Node says this before there is a request to answer: without a body.
const headTooLarge = { description: 'address and headers are longer than 16 KB; no body' };

/** Those answers as `components.responses`, by the code of their problem. */
export const everyAnswer = {
  ...Object.fromEntries(
    answers.map(([code]) => [code, { description: code, ...retryAfterHeader(problems[code].status), content }]),
  ),
  'head-too-large': headTooLarge,
};

/** An operation with them: by reference, or, where its route has its own words for the status, named beside those. */
export function withEveryAnswer<T extends Operation>(method: string, operation: T): T {
  const responses: Record<string, object> = {
    ...operation.responses,
    431: { $ref: '#/components/responses/head-too-large' },
  };
  for (const [code, applies] of answers) {
    if (!applies(method, operation)) continue;
    const { status } = problems[code];
    const own = operation.responses[status];
    if (!own) responses[status] = { $ref: `#/components/responses/${code}` };
    else if (!own.description.split(', ').includes(code)) {
      responses[status] = { ...own, description: `${own.description}, ${code}` };
    }
  }
  return { ...operation, responses };
}

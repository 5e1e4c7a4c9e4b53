import { pino } from 'pino';

// Names of ours. Message, detail and context quote values: whatever somebody typed would stand in the log.
const kept = ['code', 'severity', 'table', 'column', 'constraint', 'routine'] as const;

const withCauses = (error: unknown): Error[] => (error instanceof Error ? [error, ...withCauses(error.cause)] : []);
const isOfDatabase = (error: Error): boolean => 'severity' in error && 'routine' in error;
const framesOf = ({ stack = '' }: Error): string[] =>
  stack.split('\n').filter((line) => /^ +at .+:\d+:\d+\)?$/.test(line));

/** An error as a line of the log holds it. Of what PostgreSQL refused, wherever it stands among the causes, only codes, names and places in the code. */
export function loggedError(error: Error): object {
  const chain = withCauses(error);
  const refused = chain.find(isOfDatabase);
  if (!refused) return pino.stdSerializers.err(error);
  const said: [string, unknown][] = Object.entries(refused).filter(([key]) => kept.some((one) => one === key));
  return {
    type: error.name,
    message: 'refused by PostgreSQL',
    ...Object.fromEntries(said),
    stack: chain.flatMap(framesOf).join('\n'),
  };
}

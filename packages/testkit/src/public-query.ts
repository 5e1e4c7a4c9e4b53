import { createPublicQueryApp } from '@beian/public-query/app.ts';
import { openChallenges } from '@beian/public-query/challenges/challenges.ts';
import { schema, type Deps } from '@beian/public-query/deps.ts';
import { systemClock } from '@beian/service-kit/clock.ts';
import { testVerifier } from './actors.ts';
import { noHeads } from './chain-heads.ts';
import { freshDatabase } from './database.ts';
import { testLog } from './silent-log.ts';

/** The public query with a database of its own. */
export async function aPublicQuery(clock = systemClock, chainHeads = noHeads) {
  const deps: Deps = {
    orm: await freshDatabase(schema),
    clock,
    log: testLog,
    relay: { nudge: () => undefined },
    service: 'public-query',
    challenges: openChallenges('a secret of the tests for challenges'),
    verifyActor: testVerifier,
    chainHeads,
  };
  return { app: createPublicQueryApp(deps), deps };
}

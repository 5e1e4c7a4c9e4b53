import { createPublicQueryApp } from '@beian/public-query/app.ts';
import { openChallenges } from '@beian/public-query/challenges/challenges.ts';
import { schema, type Deps } from '@beian/public-query/deps.ts';
import type { EventData } from '@beian/contracts/events.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import { systemClock, type Clock } from '@beian/service-kit/clock.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { testVerifier } from './actors.ts';
import { noHeads } from './chain-heads.ts';
import { freshDatabase } from './database.ts';
import { testLog } from './silent-log.ts';

/** The event of a filing in Nanshan that was registered at `at`. */
export const aRegisteredEvent = (data: Partial<EventData<'filing.registered'>> = {}, at = new Date()) => {
  const filingNumber = data.filingNumber ?? formatFilingNumber('440305', 1);
  return {
    specversion: '1.0',
    id: newId(),
    source: 'beian/filing',
    type: 'beian.filing.registered',
    time: at.toISOString(),
    subject: filingNumber,
    sequence: 1,
    datacontenttype: 'application/json',
    data: {
      filingNumber,
      applicationId: newId(),
      uscc: '91440300MA5FX1MP11',
      countyCode: '440305',
      organCode: '440305',
      version: 1,
      registeredAt: at.toISOString(),
      documentIds: [],
      ...data,
    },
  };
};

type PublicQueryOptions = {
  clock?: Clock;
  chainHeads?: ChainHeads;
  /** Hears every SQL statement. */
  onStatement?: (sql: string) => void;
};

/** The public query with a database of its own. */
export async function aPublicQuery(options: PublicQueryOptions = {}) {
  const { clock = systemClock, chainHeads = noHeads, onStatement } = options;
  const deps: Deps = {
    orm: await freshDatabase({ ...schema, ...(onStatement ? { onStatement } : {}) }),
    clock,
    log: testLog,
    relay: { nudge: () => undefined },
    service: 'public-query',
    challenges: openChallenges({ secret: 'a secret of the tests for challenges', clock }),
    verifyActor: testVerifier,
    chainHeads,
  };
  return { app: createPublicQueryApp(deps), deps };
}

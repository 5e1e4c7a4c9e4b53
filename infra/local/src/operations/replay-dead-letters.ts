import type { z } from 'zod';
import { DeadLetterList, ReplayOutcome, type DeadLetter } from '@beian/contracts/dead-letters.ts';
import { serviceStatePath } from '@beian/contracts/operations.ts';
import { auditChains, type AuditChain } from '@beian/contracts/vocabulary.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { Obstacle } from '../obstacle.ts';

export type ReplayOptions = {
  /** Where each service answers. */
  urlOf: (service: AuditChain) => string;
  serviceSecret: string;
  /** Of one service alone; of all when absent. */
  service?: AuditChain;
  /** One dead letter alone. */
  id?: string;
  /** Tells what there is and tries nothing. */
  listOnly?: boolean;
  tell: (line: string) => void;
};

/** Tries again what services have given up (I43), oldest first. Answers how many stay. */
export async function replayDeadLetters(options: ReplayOptions): Promise<number> {
  const { service, id, listOnly = false, tell } = options;
  let staying = 0;
  for (const one of auditChains.filter((name) => service === undefined || name === service)) {
    const letters = (await deadLettersOf(one, options)).filter((letter) => id === undefined || letter.id === id);
    for (const letter of letters.toReversed()) {
      const { kind, type = '?', subject = '?', reason, deliveries, at } = letter;
      tell(`${one} ${letter.id} ${kind} ${type} ${subject} since ${at}, tried ${deliveries} times: ${reason}`);
      const outcome = listOnly ? undefined : await replayed(one, letter, options);
      if (outcome) tell(outcome.replayed ? '  replayed' : `  failed again: ${outcome.reason ?? 'unknown'}`);
      if (outcome?.replayed !== true) staying += 1;
    }
  }
  return staying;
}

async function deadLettersOf(service: AuditChain, options: ReplayOptions): Promise<DeadLetter[]> {
  const all: DeadLetter[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor === undefined ? {} : { cursor }) });
    const { items, next } = await ask(service, `?${query}`, { method: 'GET' }, options, DeadLetterList);
    all.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return all;
}

const replayed = (service: AuditChain, { id }: DeadLetter, options: ReplayOptions): Promise<ReplayOutcome> =>
  ask(service, '/replay', { method: 'POST', body: JSON.stringify({ id }) }, options, ReplayOutcome);

async function ask<T extends z.ZodType>(
  service: AuditChain,
  path: string,
  init: RequestInit,
  { urlOf, serviceSecret }: ReplayOptions,
  schema: T,
): Promise<z.output<T>> {
  const url = `${urlOf(service)}${serviceStatePath(service)}/dead-letters${path}`;
  const token = await serviceToken('operations', serviceSecret);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(30_000) }).catch((cause: unknown) => {
    throw new Obstacle(`${service} does not answer at ${urlOf(service)}: does the platform run?`, { cause });
  });
  if (!answer.ok) throw new Obstacle(`${service} answers ${answer.status}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}

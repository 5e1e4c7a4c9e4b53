import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemDetails } from '@beian/contracts/problems.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { aReviewer } from '@beian/testkit/actors.ts';
import { aCase } from '@beian/testkit/cases.ts';
import { dayFromNow } from '@beian/testkit/delegation.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { approval, as, json } from '@beian/testkit/registration.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';

const races = 200;
const absent = aReviewer();
const cover = aReviewer();
const refusal = { outcome: 'reject', reasonCode: 'other', opinion: '材料不实。' };
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ outcomePatienceMs: 1 });
  await haveSignedIn(platform, absent, cover);
  const days = { from: dayFromNow(0), until: dayFromNow(3), coverAccountId: cover.accountId };
  await json(await as(platform, absent).post('/api/review/absences', days), 201);
});
afterAll(() => platform.stop());

const one = async <T>(sql: string, of: string): Promise<T[]> => platform.orm.em.fork().execute(sql, [of]);

/** A claimed task of an application in review. */
async function aClaimedTask(): Promise<{ applicationId: string; taskId: string }> {
  const { id } = await aCase(platform, { reviews: [{ opened: dayFromNow(0), assignee: absent }] });
  const [task] = await one<{ id: string }>('select id from review_task where application_id = ?', id);
  return { applicationId: id, taskId: task?.id ?? '' };
}

describe('two reviewers who decide one task at once', () => {
  it(`are one decision, one signal and one audit entry, ${races} times; the other hears task.decided`, async () => {
    const winners = new Set<string>();
    for (let race = 0; race < races; race += 1) {
      const { applicationId, taskId } = await aClaimedTask();
      const decide = async (staff: Staff, decision: object) => {
        const answer = await as(platform, staff).post(`/api/review/tasks/${taskId}/decision`, decision);
        const { code } = (await answer.json()) as Partial<ProblemDetails>;
        return { status: answer.status, code, staff, decision };
      };
      const acts = [() => decide(absent, approval), () => decide(cover, refusal)];
      // Whoever is sent first is not always the first to arrive, and each of the two is sent first half of the time.
      const answers = await Promise.all((race % 2 ? acts.toReversed() : acts).map((act) => act()));
      const [won, ...more] = answers.filter(({ status }) => status === 202);
      expect(more).toEqual([]);
      expect(answers.filter(({ status }) => status !== 202)).toMatchObject([{ status: 409, code: 'task.decided' }]);

      const decisions = await one('select staff_no, outcome from decision where review_task_id = ?', taskId);
      expect(decisions).toEqual([{ staff_no: won?.staff.staffNo, outcome: outcomeOf(won?.decision) }]);
      const signals = "select payload ->> 'signal' signal from outbox where lane = 'workflow' and aggregate = ?";
      expect(await one(signals, applicationId)).toEqual([{ signal: 'decided' }]);
      const audit = "select actor_id from audit_entry where action = 'task.decide' and subject = ?";
      expect(await one(audit, applicationId)).toEqual([{ actor_id: won?.staff.accountId }]);
      winners.add(won?.staff.staffNo ?? '');
    }
    // It was a race: neither of the two won them all.
    expect(winners.size).toBe(2);
  }, 300_000);
});

const outcomeOf = (decision: object | undefined) => (decision as { outcome?: string } | undefined)?.outcome;

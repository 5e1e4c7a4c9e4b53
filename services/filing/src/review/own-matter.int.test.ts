import { afterAll, beforeAll, describe, it } from 'vitest';
import type { ReviewTask } from '@beian/contracts/review.ts';
import { defaultPolicy } from '@beian/contracts/workflows.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { lodged } from '@beian/testkit/appeals.ts';
import { cancelled } from '@beian/testkit/cancellation.ts';
import { somebodyWho } from '@beian/testkit/delegation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { approvedPaper, enteredPaper } from '@beian/testkit/paper.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  approval,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  json,
  openedReview,
  settled,
  taskOf,
} from '@beian/testkit/registration.ts';
import {
  accountOf,
  answered,
  awaitingRecipient,
  settleOutcome,
  somebody,
  transferred,
} from '@beian/testkit/transfer.ts';

const reviewer = aReviewer();
const seniorIn = (roles: Staff['roles'] = ['senior_reviewer']) => aReviewer(organs.nanshan, roles);
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const claim = (by: Staff, { id }: Pick<ReviewTask, 'id'>) => as(platform, by).post(`/api/review/tasks/${id}/claim`);
const parted = { status: 409, code: 'task.own-matter' } as const;

describe('nobody decides about the own matter', () => {
  it('as who filed it, by whichever account', async () => {
    const person = somebody('陈晓峰');
    const filer = accountOf(person);
    const { personHashes } = filer;
    const herself: Staff = { ...aReviewer(), personHashes };
    const application = await aRegistration(platform, filer, await aUnit(platform, filer));
    await openedReview(platform, application);
    const task = await taskOf(platform, reviewer, application.number);
    await expectProblem(await claim(herself, task), parted);
    // As if who leads had assigned it, who cannot know: the decision is refused.
    await platform.orm.em
      .fork()
      .execute(`update review_task set status = 'claimed', assignee_account_id = ? where id = ?`, [
        herself.accountId,
        task.id,
      ]);
    const decision = as(platform, herself).post(`/api/review/tasks/${task.id}/decision`, approval);
    await expectProblem(await decision, parted);
  });

  it('as who is to receive the filing', async () => {
    const [filer, lina] = [aPersonalUser(), somebody('李娜')];
    const application = await transferred(platform, filer, lina, await aFiling(platform, filer, reviewer));
    await openedReview(platform, application);
    const task = await taskOf(platform, reviewer, application.number);
    const { personHashes } = accountOf(lina);
    await expectProblem(await claim({ ...aReviewer(), personHashes }, task), parted);
    await json(await claim(reviewer, task));
  });

  it('as who holds the filing that an agent cancels', async () => {
    const holder = accountOf(somebody('陈晓峰'));
    const number = await aFiling(platform, holder, reviewer);
    const { actor } = await somebodyWho(platform, holder, 'agent');
    const application = await cancelled(platform, actor, number);
    await openedReview(platform, application);
    const task = await taskOf(platform, reviewer, application.number);
    await expectProblem(await claim({ ...aReviewer(), personHashes: holder.personHashes }, task), parted);
    await json(await claim(reviewer, task));
  });

  it('as who holds the filing that an appeal disputes, having received it; who held it before may', async () => {
    const former = accountOf(somebody('陈晓峰'));
    const { id, number, recipient } = await awaitingRecipient(platform, former);
    await json(await answered(platform, recipient, id, { accept: true }), 202);
    await settleOutcome(platform, id);
    const appeal = await lodged(platform, aPersonalUser(), { filingNumber: number });
    const opening = { applicationId: appeal.id, stage: 'validity', cause: { kind: 'submission' } } as const;
    await platform.activities.openReview({ ...opening, policy: defaultPolicy.review });
    const task = await taskOf(platform, reviewer, appeal.number);
    await expectProblem(await claim({ ...aReviewer(), personHashes: recipient.personHashes }, task), parted);
    await json(await claim({ ...aReviewer(), personHashes: former.personHashes }, task));
  });

  it('as who corrected a filing on paper in the filer’s place', async () => {
    const clerk = aReviewer();
    const application = await enteredPaper(platform, clerk);
    await settled(platform, reviewer, application, aReturn);
    const correction = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
    await json(
      await as(platform, reviewer).create(`/api/applications/${application.id}/resubmission`, correction),
      201,
    );
    const [version] = await platform.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from application_version where application_id = ? and number = 2', [
        application.id,
      ]);
    await platform.activities.openReview({
      applicationId: application.id,
      stage: 'first',
      cause: { kind: 'resubmission', id: version?.id ?? '' },
      policy: defaultPolicy.review,
    });
    const task = await taskOf(platform, reviewer, application.number);
    for (const by of [clerk, reviewer]) {
      await expectProblem(await claim(by, task), { status: 409, code: 'task.own-entry' });
    }
    await json(await claim(aReviewer(), task));
  });

  it('which what one entered from paper never becomes: its owner’s later applications are somebody else’s', async () => {
    const { personHashes } = accountOf(somebody('陈晓峰'));
    const clerk: Staff = { ...aReviewer(), personHashes };
    const { filingNumber, claimCode } = await approvedPaper(platform, clerk, reviewer);
    const owner = aPersonalUser();
    await json(await as(platform, owner).post('/api/filings/claims', { filingNumber, claimCode }), 201);
    const later = await aRegistration(platform, owner, await aUnit(platform, owner));
    await openedReview(platform, later);
    await json(await claim(clerk, await taskOf(platform, reviewer, later.number)));
  });

  it('nor with a role that was withdrawn since the task was claimed', async () => {
    const filer = aPersonalUser();
    const application = await transferred(platform, filer, somebody('赵敏'), await aFiling(platform, filer, reviewer));
    const id = await settled(platform, reviewer, application, approval);
    const second = { applicationId: application.id, stage: 'second', cause: { kind: 'approval', id } } as const;
    await platform.activities.openReview({ ...second, policy: defaultPolicy.review });
    const senior = seniorIn();
    await json(await claim(senior, await taskOf(platform, reviewer, application.number)));
    const lesser: Staff = { ...senior, roles: ['reviewer'] };
    const path = `/api/review/tasks/${(await taskOf(platform, reviewer, application.number)).id}/decision`;
    await expectProblem(await as(platform, lesser).post(path, approval), { status: 403, code: 'auth.forbidden' });
    await json(await decided(platform, senior, application.number, approval), 202);
  });
});

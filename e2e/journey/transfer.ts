import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { claimedTaskOf, decide, fixtures, untilStatus } from './registration.ts';
import { Session } from './session.ts';

const password = 'beian-demo';

/** What the sign-in says of a seeded person: how a transfer names its recipient. */
export function personOf(username: string): { name: string; idNumber: string } {
  const claims = seededPeople.find((person) => person.username === username)?.claims;
  if (!claims) throw new Error(`nobody is called ${username}`);
  return { name: claims.name, idNumber: claims.id_number };
}

/** Submits a transfer of a filing to a seeded person (M116). */
export async function submitTransfer(
  filer: Session,
  filingNumber: string,
  recipient: string,
  overrides: Record<string, unknown> = {},
) {
  const { name, idNumber } = personOf(recipient);
  return filer.post<ApplicationSummary>('/api/applications', {
    kind: 'transfer',
    filingNumber,
    recipientName: name,
    recipientIdNumber: idNumber,
    description: '物业管理单位变更',
    formId: await filer.upload('transfer_form', fixtures.authorisation),
    confirmed: true,
    ...overrides,
  });
}

/** One of the two reviews, by a member of the organ's staff. */
export async function approve(baseUrl: string, username: string, application: { number: string }): Promise<void> {
  const organ = await Session.of(baseUrl, username, password, 'staff');
  const task = await claimedTaskOf(organ, application);
  await decide(organ, task, { outcome: 'approve', opinion: '情况属实，同意移交。' });
}

/** Both reviews, by two persons: from then on the recipient has the word. */
export async function approveTwice(
  baseUrl: string,
  filer: Session,
  application: { id: string; number: string },
): Promise<void> {
  await approve(baseUrl, 'reviewer-nanshan-1', application);
  await untilStatus(filer, application.id, 'second_review');
  await approve(baseUrl, 'senior-nanshan', application);
  await untilStatus(filer, application.id, 'awaiting_recipient');
}

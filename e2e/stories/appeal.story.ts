import { readFile } from 'node:fs/promises';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { PublicAppealReceipt, TrackedAppeal } from '@beian/contracts/appeals.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { solvedCaptcha } from '../journey/public-query.ts';
import { aFiling, claimedTaskOf, decide, fixtures, untilStatus } from '../journey/registration.ts';
import { Session } from '../journey/session.ts';
import { password, type Telling } from './telling.ts';

/** 申诉: 李娜 disputes a filing of 张伟; it is held while two persons review, and becomes hers. Somebody who cannot sign in appeals with a tracking code. */
export async function playAppeal({ baseUrl, tell, mustHold }: Telling): Promise<void> {
  const holder = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const number = await aFiling(holder);
  const appellant = await Session.of(baseUrl, 'lina', password, 'personal');
  const lodged = await appellant.post<ApplicationSummary>('/api/applications', {
    kind: 'appeal',
    ground: 'ownership',
    filingNumber: number,
    description: '该系统由本人所在单位建设，备案归属有误。',
    evidenceIds: [await appellant.upload('appeal_evidence', fixtures.authorisation)],
  });
  tell(`申诉 李娜 appeals about ${number}: ${lodged.number}`);
  const decideAs = async (username: string, decision: Record<string, unknown>) => {
    const organ = await Session.of(baseUrl, username, password, 'staff');
    const task = await claimedTaskOf(organ, lodged);
    await decide(organ, task, decision);
  };
  await decideAs('reviewer-nanshan-1', { outcome: 'approve', opinion: '符合受理条件，予以受理。' });
  await untilStatus(appellant, lodged.id, 'in_review');
  const held = await holder.get<Filing>(`/api/filings/${number}`);
  const authorisationId = await holder.upload('cancellation_authorisation', fixtures.authorisation);
  const cancelling = {
    kind: 'cancellation',
    filingNumber: number,
    reason: '不再使用',
    authorisationId,
    confirmed: true,
  };
  const refused = await holder.request('POST', '/api/applications', cancelling);
  mustHold('the disputed filing is held', held.status === 'held' && refused.status === 409);
  tell(`受理、冻结 taken up, the filing is held: ${((await refused.json()) as { detail: string }).detail}`);

  const upheld = { outcome: 'approve', opinion: '经核实，系统归申诉人所有。' };
  await decideAs('reviewer-nanshan-1', { ...upheld, holderChange: 'appellant' });
  await untilStatus(appellant, lodged.id, 'second_review');
  await decideAs('senior-nanshan', upheld);
  const { determination } = await untilStatus(appellant, lodged.id, 'completed');
  const mine = await appellant.get<Filing>(`/api/filings/${number}`);
  const former = await holder.request('GET', `/api/filings/${number}`);
  mustHold('the filing is the appellant’s alone', mine.status === 'valid' && former.status === 404);
  tell(`申诉成立 ${determination?.finding} by two persons: ${number} is hers and free again`);
  await trackOne({ baseUrl, tell, mustHold });
}

async function trackOne({ baseUrl, tell, mustHold }: Telling): Promise<void> {
  const nobody = Session.nobody(baseUrl);
  const form = new FormData();
  form.set('ground', 'login');
  form.set('countyCode', '440305');
  form.set('description', '无法通过统一身份认证登录。');
  form.set('contactName', '王建国');
  form.set('contactPhone', '13923456789');
  form.set('captcha', await solvedCaptcha(nobody, 'appeal'));
  form.append('file', new File([await readFile(fixtures.authorisation)], '证明.pdf'));
  const answer = await nobody.request('POST', '/api/public/appeals', form);
  mustHold('an appeal without sign-in is taken', answer.status === 201);
  const { number, trackingCode } = (await answer.json()) as PublicAppealReceipt;
  const tracked = await nobody.post<TrackedAppeal>('/api/public/appeals/tracking', { trackingCode });
  mustHold('the tracking code leads to it', tracked.number === number);
  tell(
    `免登录申诉 an appeal without sign-in, behind the captcha: ${number}, followed with its tracking code: ${tracked.status}`,
  );
}

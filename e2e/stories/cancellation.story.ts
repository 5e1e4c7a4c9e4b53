import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { publicNumbers } from '../journey/public-query.ts';
import { claimedTaskOf, coastCity, decide, fixtures, untilStatus } from '../journey/registration.ts';
import { eventually, Session } from '../journey/session.ts';
import { password, type Telling } from './telling.ts';

/** 注销: the holder of a filing asks for its end, a second business on it is refused, the organ approves, the public query forgets the number. */
export async function playCancellation({ baseUrl, tell, mustHold }: Telling, filingNumber: string): Promise<void> {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const body = {
    kind: 'cancellation',
    filingNumber,
    reason: '系统已于 2026 年 11 月 1 日拆除',
    authorisationId: await filer.upload('cancellation_authorisation', fixtures.authorisation),
    confirmed: true,
  };
  const submitted = await filer.post<ApplicationSummary>('/api/applications', body);
  tell(`注销 cancellation of ${filingNumber}: 受理号 application number ${submitted.number}`);
  const second = await filer.request('POST', '/api/applications', body);
  mustHold('a second business on the filing is refused', second.status === 409);
  tell(`已有业务 a second business is refused: ${((await second.json()) as { detail: string }).detail}`);

  const reviewer = await Session.of(baseUrl, 'reviewer-nanshan-1', password, 'staff');
  const task = await claimedTaskOf(reviewer, submitted);
  await decide(reviewer, task, { outcome: 'approve', opinion: '情况属实，予以注销。' });
  await untilStatus(filer, submitted.id, 'completed');
  const filing = await filer.get<Filing>(`/api/filings/${filingNumber}`);
  mustHold('the filing is cancelled and its record stays', filing.status === 'cancelled');
  tell(`已注销 the filing is cancelled, its record stays with its holder`);
  await eventually(
    `number ${filingNumber} gone from the public query`,
    () => publicNumbers(Session.nobody(baseUrl), coastCity.uscc),
    (numbers) => !numbers.includes(filingNumber),
  );
  tell(`公共查询 the public query no longer shows ${filingNumber}`);
}

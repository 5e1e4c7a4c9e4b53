import type { Filing } from '@beian/contracts/filings.ts';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { aFiling, untilStatus } from '../journey/registration.ts';
import { Session } from '../journey/session.ts';
import { approveTwice, submitTransfer } from '../journey/transfer.ts';
import { password, type Telling } from './telling.ts';

/** 移交: a filing of 张伟 goes to 李娜: two reviews by two persons, her consent, and at every moment one holder. */
export async function playTransfer({ baseUrl, tell, mustHold }: Telling): Promise<void> {
  const filer = await Session.of(baseUrl, 'zhangwei', password, 'personal');
  const number = await aFiling(filer);
  const submitted = await submitTransfer(filer, number, 'lina');
  tell(
    `移交 transfer of ${number}: 受理号 application number ${submitted.number}; whether 李娜 has an account is not told`,
  );
  await approveTwice(baseUrl, filer, submitted);
  const awaiting = await untilStatus(filer, submitted.id, 'awaiting_recipient');
  tell(`审核、复核 approved by a reviewer and a senior reviewer; she may answer until ${awaiting.transfer?.dueAt}`);

  const lina = await Session.of(baseUrl, 'lina', password, 'personal');
  const { items } = await lina.get<{ items: IncomingTransfer[] }>('/api/transfers/incoming');
  const incoming = items.find((one) => one.applicationId === submitted.id);
  mustHold('the recipient finds the transfer by her identity', incoming?.filingNumber === number);
  tell(`移交接收 李娜 signs in and finds it: ${incoming?.systemName}, from ${incoming?.from}`);
  const stranger = await Session.of(baseUrl, 'legal-fz', password, 'legal');
  const path = `/api/transfers/${submitted.id}/answer`;
  const refused = await stranger.request('POST', path, { accept: true });
  mustHold('for anybody else it does not exist', refused.status === 404);

  await lina.post(path, { accept: true });
  await untilStatus(filer, submitted.id, 'completed');
  const filing = await lina.get<Filing>(`/api/filings/${number}`);
  const former = await filer.request('GET', `/api/filings/${number}`);
  mustHold('the filing has changed hands', filing.status === 'valid' && former.status === 404);
  tell(`接收 she accepts: the filing is hers, and 张伟 finds nothing under ${number} any more`);
  const late = await filer.request('POST', `/api/transfers/${submitted.id}/revocation`);
  mustHold('a revocation comes too late', late.status === 409);
  tell(`撤销 a revocation comes too late: ${((await late.json()) as { detail: string }).detail}`);
  const receipts = [
    await filer.bytes(`/api/applications/${submitted.id}/receipt.pdf`),
    await lina.bytes(`/api/transfers/${submitted.id}/receipt.pdf`),
  ];
  tell(`移交回执 both have a receipt as PDF, ${receipts.map((receipt) => receipt.byteLength).join(' and ')} bytes`);
}

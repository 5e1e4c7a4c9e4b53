import { useQuery } from '@tanstack/react-query';
import type { Organ } from '@beian/contracts/accounts.ts';
import type { ReceiptFacts } from '@beian/contracts/receipts.ts';
import type { VerifiedFiling } from '@beian/contracts/public-register.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { Callout } from '@beian/ui/frame/callout.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ApiProblem } from '@beian/ui/session/api-problem.ts';
import { portal } from '../frame/texts.ts';
import { Facts } from './facts.tsx';
import type { PageProps } from './pages.ts';
import { receiptInAddress } from './receipt-in-address.ts';
import { signatureTexts } from './texts.ts';
import { VerifyForm } from './verify-form.tsx';

const texts = {
  title: { zh: '备案编号核验', en: 'Verification of a filing number' },
  unknown: { zh: '没有这个备案编号', en: 'No such filing number' },
  unknownText: {
    zh: '编号 {number} 不是本平台发出的备案编号，请核对。刚办结的备案可能需要片刻才能查到。',
    en: '{number} was not issued by this platform; check it. A filing completed just now may take a moment.',
  },
  number: { zh: '备案编号', en: 'Filing number' },
  status: { zh: '状态', en: 'Status' },
  completed: { zh: '已备案', en: 'Filed' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
  organ: { zh: '备案机关', en: 'Organ' },
  registeredAt: { zh: '备案时间', en: 'Registered' },
  cancelledAt: { zh: '注销时间', en: 'Cancelled' },
  forgedText: {
    zh: '您扫描的回执不是本平台为该备案签发的，或被改动过。请以下方登记信息为准，必要时向备案机关核实。',
    en: 'The receipt that you scanned was not issued by this platform for this filing, or was altered. Rely on the register below and ask the organ if in doubt.',
  },
} as const;

/** 编号核验 (I38): where the QR code of a certificate leads, and where a number can be typed. */
export function VerifyPage({ part: number }: PageProps) {
  const t = useText();
  return (
    <Page title={t(texts.title)} system={t(portal.name)}>
      {number === '' ? <VerifyForm /> : <Verified number={number} />}
    </Page>
  );
}

/** What the register says of a number and, with it, the way to the next one. What its QR code signs (N7) comes behind the `#` and is checked too. */
function Verified({ number }: { number: string }) {
  const t = useText();
  const time = useTime();
  const query = useQuery({ queryKey: ['verify', number], queryFn: () => verified(number) });
  const factsOf = ({ filing: { status, registeredAt, cancelledAt, ...filing }, organ, receipt }: Known) =>
    [
      [texts.number, <strong key="number">{filing.number}</strong>],
      [
        texts.status,
        <ToneTag key="status" tone={status === 'completed' ? 'good' : 'quiet'}>
          {t(texts[status])}
        </ToneTag>,
      ],
      [texts.organ, organ?.name ?? '–'],
      [texts.registeredAt, time(registeredAt)],
      ...(cancelledAt ? ([[texts.cancelledAt, time(cancelledAt)]] as const) : []),
      ...(receipt && receipt !== 'forged'
        ? ([[signatureTexts.receipt, t(signatureTexts.genuine, { time: time(receipt.signedAt) })]] as const)
        : []),
    ] as const;
  return (
    <Loaded query={query}>
      {(known) => (
        <>
          {known ? (
            <>
              {known.receipt === 'forged' && (
                <Callout tone="error" role="alert" title={t(signatureTexts.forged)}>
                  <p>{t(texts.forgedText)}</p>
                </Callout>
              )}
              <Facts rows={factsOf(known)} />
            </>
          ) : (
            <Callout tone="warning" role="alert" title={t(texts.unknown)}>
              <p>{t(texts.unknownText, { number })}</p>
            </Callout>
          )}
          <VerifyForm />
        </>
      )}
    </Loaded>
  );
}

type Known = { filing: VerifiedFiling; organ?: Organ; receipt?: ReceiptFacts | 'forged' };

/** What the register says of a number, with its organ's name; null for one that is none. */
async function verified(number: string): Promise<Known | null> {
  try {
    const filing = await api.get<VerifiedFiling>(`/api/public/verify/${encodeURIComponent(number)}`);
    const organ = filing.organCode ? await api.get<Organ>(`/api/organs/${filing.organCode}`) : undefined;
    const receipt = await receiptOf(filing);
    return { filing, ...(organ ? { organ } : {}), ...(receipt ? { receipt } : {}) };
  } catch (error) {
    const status = error instanceof ApiProblem ? error.details?.status : undefined;
    if (status === 404 || status === 422) return null;
    throw error;
  }
}

/** What the receipt in the address signs, if there is one: it must be ours, of this filing and of its date. A later cancellation is no forgery. */
async function receiptOf({ number, registeredAt }: VerifiedFiling): Promise<ReceiptFacts | 'forged' | undefined> {
  const receipt = await receiptInAddress();
  if (receipt === undefined || receipt === 'forged') return receipt;
  const same = 'registeredAt' in receipt && receipt.number === number && receipt.registeredAt === registeredAt;
  return same ? receipt : 'forged';
}

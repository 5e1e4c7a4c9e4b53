import { useQuery } from '@tanstack/react-query';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import { Callout } from '@beian/ui/frame/callout.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { portal } from '../frame/texts.ts';
import { Facts } from './facts.tsx';
import type { PageProps } from './pages.ts';
import { receiptInAddress } from './receipt-in-address.ts';
import { signatureTexts } from './texts.ts';

const texts = {
  title: { zh: '申请回执核验', en: 'Verification of an application’s receipt' },
  number: { zh: '受理号', en: 'Acceptance number' },
  status: { zh: '签发时的状态', en: 'Status when issued' },
  organ: { zh: '受理机关', en: 'Organ' },
  submittedAt: { zh: '提交时间', en: 'Submitted' },
  whenIssued: {
    zh: '以上为回执签发时的情况。申请目前的进度由申请人登录本平台查看；申请办结后，备案以备案编号核验结果为准。',
    en: 'This is how things were when the receipt was issued. How the application stands now is seen by its filer after signing in; once it is completed, rely on what the register says of the filing number.',
  },
  forgedText: {
    zh: '该回执不是本平台为受理号 {number} 签发的，或被改动过。请向受理机关核实。',
    en: 'This receipt was not issued by this platform for {number}, or was altered. Ask the organ.',
  },
} as const;

/** 申请回执核验 (N7): where the QR code of a receipt of an application or a transfer leads. All that is said is what it signs: the public register knows no applications. */
export function VerifyReceiptPage({ part: number }: PageProps) {
  const t = useText();
  const time = useTime();
  const query = useQuery({ queryKey: ['receipt', number], queryFn: () => signedFor(number) });
  return (
    <Page title={t(texts.title)} system={t(portal.name)}>
      <Loaded query={query}>
        {(signed) =>
          signed ? (
            <>
              <Facts
                rows={[
                  [texts.number, <strong key="number">{signed.number}</strong>],
                  [texts.status, t(applicationStatusLabels[signed.status])],
                  [texts.organ, signed.organ.name],
                  [texts.submittedAt, time(signed.submittedAt)],
                  [signatureTexts.receipt, t(signatureTexts.genuine, { time: time(signed.signedAt) })],
                ]}
              />
              <p>{t(texts.whenIssued)}</p>
            </>
          ) : (
            <Callout tone="error" role="alert" title={t(signatureTexts.forged)}>
              <p>{t(texts.forgedText, { number })}</p>
            </Callout>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What the receipt in the address signs of this number; null when it is none, or another's. */
async function signedFor(number: string) {
  const receipt = await receiptInAddress();
  if (receipt === undefined || receipt === 'forged' || !('submittedAt' in receipt)) return null;
  return receipt.number === number ? receipt : null;
}

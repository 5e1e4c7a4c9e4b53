import { useQuery } from '@tanstack/react-query';
import type { Organ } from '@beian/contracts/accounts.ts';
import type { VerifiedFiling } from '@beian/contracts/public-register.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { Callout } from '@beian/ui/frame/callout.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, ApiProblem } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import type { PageProps } from './pages.ts';

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
} as const;

/** 编号核验 (I38): where the QR code of a certificate leads. */
export function VerifyPage({ part: number }: PageProps) {
  const t = useText();
  const time = useTime();
  const query = useQuery({ queryKey: ['verify', number], queryFn: () => verified(number) });
  const factsOf = ({ status, registeredAt, cancelledAt, ...filing }: VerifiedFiling, organ: Organ | undefined) =>
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
    ] as const;
  return (
    <Page title={t(texts.title)} system={t(portal.name)}>
      <Loaded query={query}>
        {({ filing, organ }) =>
          filing ? (
            <dl className="panel facts">
              {factsOf(filing, organ).map(([label, value]) => (
                <div key={label.en}>
                  <dt>{t(label)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <Callout tone="warning" role="alert" title={t(texts.unknown)}>
              <p>{t(texts.unknownText, { number })}</p>
            </Callout>
          )
        }
      </Loaded>
    </Page>
  );
}

type Verified = { filing?: VerifiedFiling; organ?: Organ };

/** What the register says of a number, with its organ's name; nothing for one that is none. */
async function verified(number: string): Promise<Verified> {
  try {
    const filing = await api.get<VerifiedFiling>(`/api/public/verify/${encodeURIComponent(number)}`);
    const organ = filing.organCode ? await api.get<Organ>(`/api/organs/${filing.organCode}`) : undefined;
    return { filing, ...(organ ? { organ } : {}) };
  } catch (error) {
    const status = error instanceof ApiProblem ? error.details?.status : undefined;
    if (status === 404 || status === 422) return {};
    throw error;
  }
}

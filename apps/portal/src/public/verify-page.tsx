import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Descriptions } from 'antd';
import type { Organ } from '@beian/contracts/accounts.ts';
import type { VerifiedFiling } from '@beian/contracts/public-register.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api, ApiProblem } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';

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
export function VerifyPage() {
  const t = useText();
  const time = useTime();
  const { number } = useParams({ strict: false }) as { number: string };
  const query = useQuery({ queryKey: ['verify', number], queryFn: () => verified(number) });
  return (
    <Page title={t(texts.title)} system={t(portal.name)}>
      <Loaded query={query}>
        {({ filing, organ }) =>
          filing ? (
            <div className="panel">
              <Descriptions
                column={1}
                bordered
                items={[
                  { key: 'number', label: t(texts.number), children: filing.number },
                  { key: 'status', label: t(texts.status), children: t(texts[filing.status]) },
                  { key: 'organ', label: t(texts.organ), children: organ?.name ?? '–' },
                  { key: 'at', label: t(texts.registeredAt), children: time(filing.registeredAt) },
                  ...(filing.cancelledAt
                    ? [{ key: 'end', label: t(texts.cancelledAt), children: time(filing.cancelledAt) }]
                    : []),
                ]}
              />
            </div>
          ) : (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={t(texts.unknown)}
              description={t(texts.unknownText, { number })}
            />
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

import { Table } from 'antd';
import type { OperatedApplication } from '@beian/contracts/operations.ts';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What is still to be sent about an application: where its process waits for a server, or has stopped. */
export function UnsentMessages({ application: { number, unsent } }: { application: OperatedApplication }) {
  const t = useText();
  const time = useTime();
  return (
    <>
      <h3>{t(texts.unsentOf, { number })}</h3>
      <ScrollRegion label={t(texts.unsentOf, { number })}>
        <Table<OperatedApplication['unsent'][number]>
          rowKey="id"
          size="small"
          dataSource={unsent}
          pagination={false}
          columns={[
            { title: t(texts.lane), render: (_, { lane }) => t(lane === 'event' ? texts.event : texts.toWorkflow) },
            { title: t(texts.created), render: (_, { createdAt }) => time(createdAt) },
            {
              title: t(texts.status),
              render: (_, { parkedAt }) => (
                <ToneTag tone={parkedAt ? 'bad' : 'waiting'}>{t(parkedAt ? texts.parked : texts.waiting)}</ToneTag>
              ),
            },
            { title: t(texts.attempts), dataIndex: 'attempts' },
            { title: t(texts.error), dataIndex: 'error' },
          ]}
        />
      </ScrollRegion>
    </>
  );
}

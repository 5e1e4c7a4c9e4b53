import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Empty } from 'antd';
import type { ClaimCode, PaperFiling } from '@beian/contracts/paper-filings.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ListTable } from '../frame/list-table.tsx';
import { review } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** 线下备案: what the organ has entered from paper, and the claim codes of what is completed (I35, I36). */
export function PaperPage() {
  const t = useText();
  const query = useQuery({
    queryKey: ['paper-filings'],
    queryFn: async () => (await api.get<{ items: PaperFiling[] }>('/api/paper-filings?limit=100')).items,
  });
  const issue = useMutation({
    mutationFn: (id: string) => api.post<ClaimCode>(`/api/paper-filings/${id}/claim-code`),
  });
  return (
    <Page
      title={t(texts.title)}
      system={t(review.name)}
      actions={
        <Link to="/paper/new" className="ant-btn ant-btn-primary">
          {t(texts.enter)}
        </Link>
      }
    >
      <p>{t(texts.intro)}</p>
      {issue.error && <ProblemAlert error={issue.error} />}
      {issue.data && (
        <Alert
          type="success"
          showIcon
          role="alert"
          style={{ marginBottom: 20 }}
          title={t(texts.code, { number: issue.data.filingNumber, code: issue.data.claimCode })}
          description={t(texts.codeOnce)}
        />
      )}
      <Loaded query={query}>
        {(items) => (
          <div className="panel">
            <PaperTable items={items} busy={issue.isPending} onIssue={(id) => issue.mutate(id)} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function PaperTable(props: { items: PaperFiling[]; busy: boolean; onIssue: (id: string) => void }) {
  const { items, busy, onIssue } = props;
  const t = useText();
  const time = useTime();
  if (items.length === 0) return <Empty description={t(texts.nothing)} />;
  const claimOf = ({ id, number, status, claimedAt }: PaperFiling) => {
    if (claimedAt) return t(texts.claimed, { at: time(claimedAt) });
    if (status !== 'completed') return '–';
    return (
      <Button size="small" loading={busy} aria-label={t(texts.issueFor, { number })} onClick={() => onIssue(id)}>
        {t(texts.issue)}
      </Button>
    );
  };
  return (
    <ListTable<PaperFiling>
      label={t(texts.title)}
      rowKey="id"
      dataSource={items}
      columns={[
        { title: t(texts.number), dataIndex: 'number' },
        { title: t(texts.unit), dataIndex: 'unitName' },
        { title: t(texts.system), dataIndex: 'systemName' },
        { title: t(texts.receivedOn), dataIndex: 'receivedOn' },
        { title: t(texts.clerk), dataIndex: 'clerkStaffNo' },
        { title: t(texts.status), render: (_, { status }) => t(applicationStatusLabels[status]) },
        { title: t(texts.filing), render: (_, { filingNumbers }) => filingNumbers[0] ?? '–' },
        { title: t(texts.claim), render: (_, row) => claimOf(row) },
      ]}
    />
  );
}

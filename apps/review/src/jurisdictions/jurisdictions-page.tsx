import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { JurisdictionRule, JurisdictionRuleList } from '@beian/contracts/organs.ts';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { DivisionFields } from '@beian/ui/divisions/division-fields.tsx';
import { MoreButton } from '@beian/ui/frame/more-button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { review } from '../frame/texts.ts';
import { AddRuleDialog } from './add-rule-dialog.tsx';
import { texts } from './texts.ts';

type List = z.infer<typeof JurisdictionRuleList>;

/** Which organ is responsible for which county or street (I04): for supervisors to read, for operators to keep. */
export function JurisdictionsPage() {
  const t = useText();
  const me = useMe();
  const operates = me.data?.roles.includes('operator') ?? false;
  const [division, setDivision] = useState<string>();
  const [adding, setAdding] = useState(false);
  const chosen = division !== undefined && division.length >= 6;
  return (
    <Page
      title={t(review.jurisdictions)}
      system={t(review.name)}
      actions={
        operates && (
          <Button disabled={!chosen} title={t(texts.addFor)} onClick={() => setAdding(true)}>
            {t(texts.add)}
          </Button>
        )
      }
    >
      <section className="panel" aria-labelledby="where">
        <h2 id="where">{t(texts.where)}</h2>
        <DivisionFields id="division" value={division} onChange={setDivision} />
      </section>
      {division ? <Rules division={division} operates={operates} /> : <p>{t(texts.choose)}</p>}
      {adding && chosen && <AddRuleDialog division={division} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Rules({ division, operates }: { division: string; operates: boolean }) {
  const query = useInfiniteQuery({
    queryKey: ['jurisdictions', division],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.get<List>(`/api/jurisdictions?${queryOf({ division, limit: 100, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  });
  return (
    <Loaded query={query}>
      {(data) => (
        <div className="panel">
          <RuleTable rules={data.pages.flatMap((page) => page.items)} operates={operates} />
          <MoreButton query={query} />
        </div>
      )}
    </Loaded>
  );
}

function RuleTable({ rules, operates }: { rules: JurisdictionRule[]; operates: boolean }) {
  const t = useText();
  const drop = async (id: string) => {
    await api.remove(`/api/jurisdictions/${id}`);
    return t(texts.dropped);
  };
  if (rules.length === 0) return <Empty description={t(texts.empty)} />;
  return (
    <ScrollRegion label={t(texts.table)}>
      <Table<JurisdictionRule>
        rowKey="id"
        size="small"
        dataSource={rules}
        pagination={false}
        columns={[
          {
            title: t(texts.division),
            render: (_, rule) => (
              <>
                {rule.divisionName}
                <div className="second-line">{rule.divisionCode}</div>
              </>
            ),
          },
          {
            title: t(texts.organ),
            render: (_, { organ }) => (
              <>
                {organ.name}
                <div className="second-line">{organ.code}</div>
              </>
            ),
          },
          { title: t(texts.from), dataIndex: 'effectiveFrom' },
          { title: t(texts.to), render: (_, { effectiveTo }) => effectiveTo ?? t(shared.none) },
          { title: t(texts.state), render: (_, { state }) => t(texts[state]) },
          { title: t(texts.note), dataIndex: 'note' },
          ...(operates
            ? [
                {
                  title: t(texts.act),
                  render: (_: unknown, rule: JurisdictionRule) =>
                    rule.state === 'planned' && (
                      <AskButton
                        look="danger"
                        size="small"
                        label={t(texts.drop)}
                        name={t(texts.dropOne, { day: rule.effectiveFrom, name: rule.organ.name })}
                        act={() => drop(rule.id)}
                      >
                        <p>{t(texts.dropSure)}</p>
                      </AskButton>
                    ),
                },
              ]
            : []),
        ]}
      />
    </ScrollRegion>
  );
}

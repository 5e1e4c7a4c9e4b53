import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DeadLetter, DeadLetterList, ReplayOutcome } from '@beian/contracts/dead-letters.ts';
import { operatedServices, serviceStatePath } from '@beian/contracts/operations.ts';
import { deadLetterKindLabels } from '@beian/contracts/vocabulary.ts';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { ListTable } from '../frame/list-table.tsx';
import { serviceLabels, texts } from './texts.ts';
import { keptUp } from './use-platform-state.ts';

const pathOf = (service: DeadLetter['service']) => `${serviceStatePath(service)}/dead-letters`;

/** 死信: what services have given up, each tried again with a button; what failed again says why. */
export function DeadLetters() {
  const t = useText();
  const { act, busy, problem } = useAct();
  const [said, setSaid] = useState('');
  const letters = useDeadLetters();
  const replay = async ({ service, id, subject = id }: DeadLetter) => {
    setSaid('');
    const outcome = await act(() => api.post<ReplayOutcome>(`${pathOf(service)}/replay`, { id }));
    if (!outcome) return;
    const { replayed, reason = '' } = outcome;
    setSaid(replayed ? t(texts.replayed, { subject }) : t(texts.failedAgain, { subject, reason }));
  };
  return (
    <section className="panel" aria-labelledby="dead-letters">
      <h2 id="dead-letters">{t(texts.deadLetters)}</h2>
      <p className="hint">{t(texts.deadLettersHint)}</p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p aria-live="polite">{said}</p>
      {letters.length === 0 ? (
        <p>{t(texts.noDeadLetters)}</p>
      ) : (
        <DeadLettersTable letters={letters} busy={busy} replay={(letter) => void replay(letter)} />
      )}
    </section>
  );
}

function DeadLettersTable({
  letters,
  busy,
  replay,
}: {
  letters: DeadLetter[];
  busy: boolean;
  replay: (letter: DeadLetter) => void;
}) {
  const t = useText();
  const time = useTime();
  return (
    <ListTable<DeadLetter>
      label={t(texts.deadLetters)}
      rowKey={({ service, id }) => `${service} ${id}`}
      size="small"
      dataSource={letters}
      columns={[
        { title: t(texts.service), render: (_, { service }) => t(serviceLabels[service]) },
        {
          title: t(texts.letter),
          render: (_, { kind, type }) => (
            <>
              {t(deadLetterKindLabels[kind])}
              {type && <div className="second-line">{type}</div>}
            </>
          ),
        },
        { title: t(texts.about), render: (_, { subject }) => subject ?? '–' },
        { title: t(texts.error), dataIndex: 'reason' },
        { title: t(texts.attempts), dataIndex: 'deliveries' },
        { title: t(texts.parkedAt), render: (_, { at }) => time(at) },
        {
          title: t(texts.act),
          render: (_, letter) => (
            <Button
              size="small"
              loading={busy}
              aria-label={t(texts.replayOf, { subject: letter.subject ?? letter.id })}
              onClick={() => replay(letter)}
            >
              {t(texts.replay)}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** The newest of every service; one that is away has none to show, and the state of the platform says that it is away. */
function useDeadLetters(): DeadLetter[] {
  const lists = useQueries({
    queries: operatedServices.map((service) => ({
      queryKey: ['operations', 'dead-letters', service],
      queryFn: async () => (await api.get<DeadLetterList>(`${pathOf(service)}?limit=100`)).items,
      ...keptUp,
    })),
  });
  return lists.flatMap(({ data = [] }) => data).toSorted((a, b) => b.at.localeCompare(a.at));
}

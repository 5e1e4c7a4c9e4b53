import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OperatedApplication } from '@beian/contracts/operations.ts';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { ApplicationTable } from './application-table.tsx';
import type { OperationsSearch } from './operations-search.ts';
import { texts } from './texts.ts';
import { UnsentMessages } from './unsent-messages.tsx';

/** Looks for an application by any number that people or logs name. */
export function FindApplication() {
  const t = useText();
  const navigate = useNavigate();
  const { number } = useSearch({ strict: false }) as OperationsSearch;
  const [typed, setTyped] = useState(number ?? '');
  return (
    <section className="panel" aria-labelledby="find">
      <h2 id="find">{t(texts.findTitle)}</h2>
      <p className="hint">{t(texts.hint)}</p>
      <form
        role="search"
        style={{ display: 'flex', gap: 8, marginBottom: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/operations', search: { number: typed.trim() || undefined } as never });
        }}
      >
        <Input
          aria-label={t(texts.number)}
          placeholder={t(texts.number)}
          style={{ maxWidth: 480 }}
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="primary" htmlType="submit">
          {t(texts.find)}
        </Button>
      </form>
      {number && <Found number={number} />}
    </section>
  );
}

function Found({ number }: { number: string }) {
  const t = useText();
  const query = useQuery({
    queryKey: ['operations', number],
    queryFn: async () =>
      (await api.get<{ items: OperatedApplication[] }>(`/api/operations/applications?${queryOf({ number })}`)).items,
  });
  return (
    <Loaded query={query}>
      {(items) =>
        items.length === 0 ? (
          <p role="status">{t(texts.nothing)}</p>
        ) : (
          <>
            <ApplicationTable items={items} />
            {items.map((one) => one.unsent.length > 0 && <UnsentMessages key={one.id} application={one} />)}
          </>
        )
      }
    </Loaded>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import type { FaqEntry } from '@beian/contracts/content.ts';
import { faqCategories, faqCategoryLabels, type FaqCategory } from '@beian/contracts/vocabulary.ts';
import { NextLink } from '@beian/ui/frame/next-link.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { review } from '../frame/texts.ts';
import { ForEditors } from './for-editors.tsx';
import { PublishedTag, TextActions } from './text-actions.tsx';
import { texts } from './texts.ts';

/** 常见问题 as editors keep them (I32): all with drafts, in the order of the public page. */
export function FaqListPage() {
  return (
    <ForEditors>
      <FaqList />
    </ForEditors>
  );
}

function FaqList() {
  const t = useText();
  const { act, problem } = useAct();
  const query = useQuery({
    queryKey: ['content', 'faq'],
    queryFn: async () => (await api.get<{ items: FaqEntry[] }>('/api/content/faq')).items,
  });
  const add = (
    <NextLink to="/content/faq/$id" params={{ id: 'new' }}>
      {t(texts.addFaq)}
    </NextLink>
  );
  return (
    <Page title={t(review.faq)} system={t(review.name)} actions={add}>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <Loaded query={query}>
        {(entries) => (
          <>
            {entries.length === 0 && <Empty description={t(texts.empty)} />}
            {faqCategories.map((category) => (
              <Category
                key={category}
                category={category}
                entries={entries.filter((entry) => entry.category === category)}
                act={act}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Category(props: { category: FaqCategory; entries: FaqEntry[]; act: ReturnType<typeof useAct>['act'] }) {
  const { category, entries, act } = props;
  const t = useText();
  if (entries.length === 0) return null;
  const move = (from: number, to: number) => {
    const ids = entries.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    return act(() => api.put('/api/content/faq/order', { category, ids }));
  };
  const mover = (at: number, to: number, what: string, name: string) => (
    <Button
      size="small"
      disabled={to < 0 || to >= entries.length}
      aria-label={t(texts.named, { what, name })}
      onClick={() => void move(at, to)}
    >
      {what}
    </Button>
  );
  return (
    <section className="panel" aria-labelledby={`category-${category}`}>
      <h2 id={`category-${category}`}>{t(faqCategoryLabels[category])}</h2>
      <ol className="notices">
        {entries.map((entry, i) => (
          <li key={entry.id}>
            <p style={{ margin: '0 0 8px' }}>
              <PublishedTag published={entry.published} /> {t(entry.question)}
            </p>
            <TextActions kind="faq" text={entry} name={t(entry.question)} act={act}>
              {mover(i, i - 1, t(texts.up), t(entry.question))}
              {mover(i, i + 1, t(texts.down), t(entry.question))}
            </TextActions>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type MouseEvent } from 'react';
import type { PublicFaq, PublicFaqList } from '@beian/contracts/content.ts';
import { faqCategories, faqCategoryLabels, type FaqCategory } from '@beian/contracts/vocabulary.ts';
import { Paragraphs } from '@beian/ui/content/paragraphs.tsx';
import { Button } from '@beian/ui/forms/button.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';
import { useAddress } from './use-address.ts';

type Sought = { category: FaqCategory | undefined; q: string | undefined };
const longestSearch = 100;

/** What an address may look for; anything else is as if it were not there. */
const soughtIn = (search: URLSearchParams): Sought => ({
  category: faqCategories.find((one) => one === search.get('category')),
  q: search.get('q')?.trim().slice(0, longestSearch) || undefined,
});
const addressOf = (sought: Sought): string => {
  const query = queryOf(sought);
  return `/public/faq${query && `?${query}`}`;
};

/** 常见问题 (M135, M136): by category or by search, without sign-in. The address holds both, so that an answer can be shared. */
export function FaqPage() {
  const t = useText();
  const [search, go] = useAddress();
  const sought = soughtIn(search);
  const query = useQuery({
    queryKey: ['faq', sought],
    queryFn: () => api.get<PublicFaqList>(`/api/public/faq?${queryOf(sought)}`),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t(portal.faq)} system={t(portal.name)}>
      <SearchForm
        sought={sought}
        busy={query.isPlaceholderData && query.isFetching}
        onSearch={(q) => go(addressOf({ ...sought, q }))}
      />
      <Loaded query={query}>
        {({ items, categories }) => (
          <>
            <Categories sought={sought} categories={categories} go={go} />
            <Answers items={items} sought={sought.q} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SearchForm(props: { sought: Sought; busy: boolean; onSearch: (q: string | undefined) => void }) {
  const { sought, busy, onSearch } = props;
  const t = useText();
  const [{ q, typed }, setState] = useState({ q: sought.q, typed: sought.q ?? '' });
  // Back and forth in the browser's history say what was typed then.
  if (q !== sought.q) setState({ q: sought.q, typed: sought.q ?? '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim() || undefined);
  };
  return (
    <form role="search" className="panel search" onSubmit={submit}>
      <input
        className="text-input"
        aria-label={t(texts.search)}
        placeholder={t(texts.search)}
        maxLength={longestSearch}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => setState({ q, typed: event.target.value })}
      />
      <Button type="submit" primary busy={busy}>
        {t(texts.find)}
      </Button>
    </form>
  );
}

function Categories(props: { sought: Sought; categories: PublicFaqList['categories']; go: (href: string) => void }) {
  const { sought, categories, go } = props;
  const t = useText();
  const link = (category: FaqCategory | undefined, label: string, count: number) => {
    const href = addressOf({ ...sought, category });
    return (
      <a
        key={label}
        href={href}
        aria-current={sought.category === category ? 'page' : undefined}
        onClick={(event) => {
          if (opensElsewhere(event)) return;
          event.preventDefault();
          go(href);
        }}
      >
        {label} {count}
      </a>
    );
  };
  const all = categories.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label={t(texts.categories)} className="views">
      {link(undefined, t(texts.all), all)}
      {categories.map(({ category, count }) => link(category, t(faqCategoryLabels[category]), count))}
    </nav>
  );
}
const opensElsewhere = ({ ctrlKey, metaKey, shiftKey }: MouseEvent) => ctrlKey || metaKey || shiftKey;

function Answers({ items, sought }: { items: PublicFaq[]; sought: string | undefined }) {
  const t = useText();
  const inOf = (category: FaqCategory) => items.filter((item) => item.category === category);
  return (
    <>
      <p role="status">{sought ? t(texts.found, { count: items.length }) : ''}</p>
      {items.length === 0 && <p className="panel nothing">{t(texts.nothing)}</p>}
      {sought && items.length > 0 && (
        <div className="panel">
          {items.map((item) => (
            <Answer key={item.id} item={item} />
          ))}
        </div>
      )}
      {!sought &&
        faqCategories
          .filter((category) => inOf(category).length > 0)
          .map((category) => (
            <section key={category} className="panel" aria-labelledby={`faq-${category}`}>
              <h2 id={`faq-${category}`}>{t(faqCategoryLabels[category])}</h2>
              {inOf(category).map((item) => (
                <Answer key={item.id} item={item} />
              ))}
            </section>
          ))}
    </>
  );
}

function Answer({ item }: { item: PublicFaq }) {
  const t = useText();
  return (
    <details className="answer">
      <summary>{t(item.question)}</summary>
      <Paragraphs text={t(item.answer)} />
    </details>
  );
}

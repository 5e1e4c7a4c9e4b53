import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { PublicFaq, PublicFaqList } from '@beian/contracts/content.ts';
import { faqCategories, faqCategoryLabels, type FaqCategory } from '@beian/contracts/vocabulary.ts';
import { Paragraphs } from '@beian/ui/content/paragraphs.tsx';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import type { FaqSearch } from './faq-search.ts';
import { texts } from './texts.ts';

/** 常见问题 (M135, M136): by category or by search, without sign-in. The address holds both, so that an answer can be shared. */
export function FaqPage() {
  const t = useText();
  const search = useSearch({ strict: false }) as FaqSearch;
  const query = useQuery({
    queryKey: ['faq', search],
    queryFn: () => api.get<PublicFaqList>(`/api/public/faq?${queryOf(search)}`),
    placeholderData: (before) => before,
  });
  return (
    <Page title={t(portal.faq)} system={t(portal.name)}>
      <div className="panel">
        <SearchForm key={search.q} search={search} />
        <Loaded query={query}>{({ categories }) => <Categories search={search} categories={categories} />}</Loaded>
      </div>
      <Loaded query={query}>{({ items }) => <Answers items={items} sought={search.q} />}</Loaded>
    </Page>
  );
}

function SearchForm({ search }: { search: FaqSearch }) {
  const t = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/public/faq', search: { ...search, q: typed.trim() || undefined } });
  };
  return (
    <form role="search" style={{ display: 'flex', gap: 8, maxWidth: 640, marginBottom: 16 }} onSubmit={submit}>
      <Input
        aria-label={t(texts.search)}
        placeholder={t(texts.search)}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button htmlType="submit">{t(texts.find)}</Button>
    </form>
  );
}

function Categories({ search, categories }: { search: FaqSearch; categories: PublicFaqList['categories'] }) {
  const t = useText();
  const link = (category: FaqCategory | undefined, label: string, count: number) => (
    <Link
      key={label}
      to="/public/faq"
      search={{ ...search, category }}
      aria-current={search.category === category ? 'page' : undefined}
    >
      {label} {count}
    </Link>
  );
  const all = categories.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label={t(texts.categories)} className="views">
      {link(undefined, t(texts.all), all)}
      {categories.map(({ category, count }) => link(category, t(faqCategoryLabels[category]), count))}
    </nav>
  );
}

function Answers({ items, sought }: { items: PublicFaq[]; sought: string | undefined }) {
  const t = useText();
  const inOf = (category: FaqCategory) => items.filter((item) => item.category === category);
  return (
    <>
      <p role="status">{sought ? t(texts.found, { count: items.length }) : ''}</p>
      {items.length === 0 && <Empty description={t(texts.nothing)} />}
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

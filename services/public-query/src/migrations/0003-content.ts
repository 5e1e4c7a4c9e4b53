import { raw } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { faqEntries } from './0003-faq-entries.ts';

/**
 * 常见问题 and 公告. The first questions come with the tables, once: what editors change or delete afterwards stays so.
 * They are reference data: they have no author and no audit entry.
 */
export class ContentMigration extends Migration {
  override name = '0003-content';

  override up(): void {
    this.addSql(`create table faq_entry (
      id uuid primary key,
      category text not null,
      question jsonb not null,
      answer jsonb not null,
      position int not null,
      published_at timestamptz,
      revision int not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index faq_entry_of_category on faq_entry (category, position)');
    this.addSql(`create table notice (
      id uuid primary key,
      title jsonb not null,
      body jsonb not null,
      pinned boolean not null,
      effective_from date not null,
      effective_until date,
      published_at timestamptz,
      revision int not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint notice_ends_after_it_begins check (effective_until >= effective_from)
    )`);
    this.addSql('create index notice_shown on notice (pinned, effective_from, id) where published_at is not null');
    this.addSql(
      raw(
        `insert into faq_entry (id, category, question, answer, position, published_at, revision, created_at, updated_at)
         select gen_random_uuid(), e ->> 'category', e -> 'question', e -> 'answer', n, now(), 1, now(), now()
         from jsonb_array_elements(?::jsonb) with ordinality as entries (e, n)`,
        [JSON.stringify(faqEntries)],
      ),
    );
  }
}

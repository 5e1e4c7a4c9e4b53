import { useState } from 'react';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { NoticeInput, type Notice } from '@beian/contracts/content.ts';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { ForEditors } from './for-editors.tsx';
import { TextForm } from './text-form.tsx';
import { texts } from './texts.ts';
import { useAddressedText } from './use-text.ts';

type Words = { zh: string; en: string };
type Form = { title: Words; body: Words; pinned: boolean; effectiveFrom: string; effectiveUntil: string };
const labels = {
  'title.zh': texts.titleZh,
  'title.en': texts.titleEn,
  'body.zh': texts.bodyZh,
  'body.en': texts.bodyEn,
  effectiveFrom: texts.effectiveFrom,
  effectiveUntil: texts.effectiveUntil,
};

/** One notice, new or known. */
export function NoticeEditPage() {
  return (
    <ForEditors>
      <NoticeEdit />
    </ForEditors>
  );
}

function NoticeEdit() {
  const { id, query } = useAddressedText<Notice>('notices');
  return <Loaded query={query}>{(notice) => <NoticeForm key={id} opened={notice} />}</Loaded>;
}

const startOf = (opened: Notice | null): Form => ({
  title: opened?.title ?? { zh: '', en: '' },
  body: opened?.body ?? { zh: '', en: '' },
  pinned: opened?.pinned ?? false,
  effectiveFrom: opened?.effectiveFrom ?? beijingDay(new Date()),
  effectiveUntil: opened?.effectiveUntil ?? '',
});

function NoticeForm(props: { opened: Notice | null }) {
  const t = useText();
  // What was opened stays what is edited, also when the list is read anew behind it.
  const [opened] = useState(props.opened);
  const [form, setForm] = useState<Form>(() => startOf(opened));
  const { effectiveUntil, ...rest } = form;
  const body = { ...rest, ...(effectiveUntil ? { effectiveUntil } : {}) };
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  return (
    <TextForm
      kind="notices"
      title={opened ? texts.editNotice : texts.addNotice}
      schema={NoticeInput}
      body={body}
      opened={opened}
      labels={labels}
    >
      {(field) => (
        <>
          {(['zh', 'en'] as const).map((language) => (
            <TextField
              key={language}
              {...field(`title.${language}`)}
              label={t(labels[`title.${language}`])}
              required
              maxLength={200}
              value={form.title[language]}
              onChange={(words) => set({ title: { ...form.title, [language]: words } })}
            />
          ))}
          {(['zh', 'en'] as const).map((language) => (
            <TextField
              key={language}
              {...field(`body.${language}`)}
              label={t(labels[`body.${language}`])}
              hint={t(texts.paragraphs)}
              required
              rows={8}
              maxLength={10_000}
              value={form.body[language]}
              onChange={(words) => set({ body: { ...form.body, [language]: words } })}
            />
          ))}
          <DateField
            {...field('effectiveFrom')}
            label={t(texts.effectiveFrom)}
            required
            value={form.effectiveFrom}
            onChange={(day) => set({ effectiveFrom: day })}
          />
          <DateField
            {...field('effectiveUntil')}
            label={t(texts.effectiveUntil)}
            hint={t(texts.untilHint)}
            value={effectiveUntil}
            onChange={(day) => set({ effectiveUntil: day })}
          />
          <ConfirmField
            {...field('pinned')}
            label={t(texts.pinned)}
            checked={form.pinned}
            onChange={(pinned) => set({ pinned })}
          />
        </>
      )}
    </TextForm>
  );
}

import { useState } from 'react';
import { FaqInput, type FaqEntry } from '@beian/contracts/content.ts';
import { faqCategories, faqCategoryLabels, type FaqCategory } from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Loaded } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { ForEditors } from './for-editors.tsx';
import { TextForm } from './text-form.tsx';
import { texts } from './texts.ts';
import { useAddressedText } from './use-text.ts';

type Words = { zh: string; en: string };
type Form = { category: FaqCategory | undefined; question: Words; answer: Words };
const empty: Form = { category: undefined, question: { zh: '', en: '' }, answer: { zh: '', en: '' } };
const labels = {
  category: texts.category,
  'question.zh': texts.questionZh,
  'question.en': texts.questionEn,
  'answer.zh': texts.answerZh,
  'answer.en': texts.answerEn,
};

/** One question, new or known. */
export function FaqEditPage() {
  return (
    <ForEditors>
      <FaqEdit />
    </ForEditors>
  );
}

function FaqEdit() {
  const { id, query } = useAddressedText<FaqEntry>('faq');
  return <Loaded query={query}>{(entry) => <FaqForm key={id} opened={entry} />}</Loaded>;
}

function FaqForm(props: { opened: FaqEntry | null }) {
  const t = useText();
  // What was opened stays what is edited, also when the list is read anew behind it.
  const [opened] = useState(props.opened);
  const [form, setForm] = useState<Form>(() => opened ?? empty);
  const body = { category: form.category, question: form.question, answer: form.answer };
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  return (
    <TextForm
      kind="faq"
      title={opened ? texts.editFaq : texts.addFaq}
      schema={FaqInput}
      body={body}
      opened={opened}
      labels={labels}
    >
      {(field) => (
        <>
          <ChoiceField
            {...field('category')}
            label={t(texts.category)}
            required
            value={form.category}
            options={faqCategories.map((value) => ({ value, label: t(faqCategoryLabels[value]) }))}
            onChange={(category) => set({ category })}
          />
          {(['zh', 'en'] as const).map((language) => (
            <TextField
              key={language}
              {...field(`question.${language}`)}
              label={t(labels[`question.${language}`])}
              required
              maxLength={200}
              value={form.question[language]}
              onChange={(words) => set({ question: { ...form.question, [language]: words } })}
            />
          ))}
          {(['zh', 'en'] as const).map((language) => (
            <TextField
              key={language}
              {...field(`answer.${language}`)}
              label={t(labels[`answer.${language}`])}
              hint={t(texts.paragraphs)}
              required
              rows={6}
              maxLength={4000}
              value={form.answer[language]}
              onChange={(words) => set({ answer: { ...form.answer, [language]: words } })}
            />
          ))}
        </>
      )}
    </TextForm>
  );
}

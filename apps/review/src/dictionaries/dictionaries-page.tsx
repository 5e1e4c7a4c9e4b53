import { Button } from 'antd';
import { useState } from 'react';
import type { DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { dictionaries, dictionaryLabels, type DictionaryName } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { review } from '../frame/texts.ts';
import { EntriesTable } from './entries-table.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { texts } from './texts.ts';

type Open = { what: 'add' } | { what: 'edit' | 'retire'; entry: DictionaryEntry };

/** 字典 (I34): what forms offer to choose from. Operators add entries, call them anew, order them, retire them from a day on and bring them back. */
export function DictionariesPage() {
  const t = useText();
  const { query } = useDictionaries();
  const { act, problem } = useAct();
  const [dictionary, setDictionary] = useState<DictionaryName>('unit_type');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const restore = ({ code }: DictionaryEntry) =>
    void act(() => api.remove(`/api/review/dictionaries/${dictionary}/entries/${code}/retirement`));
  return (
    <Page
      title={t(texts.title)}
      system={t(review.name)}
      actions={<Button onClick={() => setOpen({ what: 'add' })}>{t(texts.add)}</Button>}
    >
      <p>{t(texts.intro)}</p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <div className="panel">
        <ChoiceField<DictionaryName>
          id="dictionary"
          label={t(texts.dictionary)}
          hint={t(texts.hints[dictionary])}
          value={dictionary}
          options={dictionaries.map((value) => ({ value, label: t(dictionaryLabels[value]) }))}
          onChange={setDictionary}
        />
        <Loaded query={query}>
          {({ day, items }) => {
            const entries = items.filter((entry) => entry.dictionary === dictionary);
            const last = Math.max(0, ...entries.map(({ position }) => position));
            return (
              <>
                <EntriesTable
                  dictionary={dictionary}
                  entries={entries}
                  today={day}
                  onEdit={(entry) => setOpen({ what: 'edit', entry })}
                  onRetire={(entry) => setOpen({ what: 'retire', entry })}
                  onRestore={restore}
                />
                {open?.what === 'retire' && <RetireDialog entry={open.entry} today={day} onClose={close} />}
                {open && open.what !== 'retire' && (
                  <EntryDialog
                    dictionary={dictionary}
                    entry={open.what === 'edit' ? open.entry : undefined}
                    nextPosition={last + 10}
                    onClose={close}
                  />
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

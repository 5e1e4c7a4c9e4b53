import { Checkbox } from 'antd';
import { useState } from 'react';
import { SaveReviewView, type ReviewView } from '@beian/contracts/review-views.ts';
import type { ReviewTaskFilter } from '@beian/contracts/review.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { useAct } from '@beian/ui/session/use-act.ts';
import { mayLead } from '../frame/roles.ts';
import { texts } from './texts.ts';

/** Keeps a filter under a name; the name of an own view replaces that view. */
export function SaveViewDialog(props: { filter: ReviewTaskFilter; saved: readonly ReviewView[]; onClose: () => void }) {
  const { filter, saved, onClose } = props;
  const t = useText();
  const { locale } = useLanguage();
  const me = useMe();
  const { act, busy, problem } = useAct();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [wrong, setWrong] = useState<FieldError>();
  const { keyOf } = useIdempotencyKeys();

  const save = async () => {
    const body = { name: name.trim(), query: filter, shared };
    const [found] = contractErrors(SaveReviewView, body, locale);
    setWrong(found);
    if (found) return;
    const same = saved.find((view) => view.mine && view.name === body.name);
    const key = keyOf(body);
    const done = await act(() =>
      same
        ? api.put<ReviewView>(`/api/review/views/${same.id}`, body)
        : api.create<ReviewView>('/api/review/views', body, key),
    );
    if (done) onClose();
  };
  return (
    <Dialog
      title={t(texts.saveView)}
      ok={t(texts.save)}
      busy={busy}
      onOk={() => void save()}
      onClose={onClose}
      problem={problem}
    >
      <TextField
        id="view-name"
        label={t(texts.viewName)}
        hint={t(texts.viewNameHint)}
        error={wrong}
        required
        maxLength={40}
        value={name}
        onChange={setName}
      />
      {mayLead(me.data) && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t(texts.share)}
        </Checkbox>
      )}
    </Dialog>
  );
}

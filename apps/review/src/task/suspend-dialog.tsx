import { useState } from 'react';
import { SuspendReview, type ReviewTaskDetail } from '@beian/contracts/review.ts';
import { suspensionReasonLabels, suspensionReasons } from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `suspension-${path}`;
const labels = {
  reasonCode: texts.suspensionReason,
  opinion: texts.suspensionOpinion,
  resumeOn: texts.resumeOn,
};
type Form = { reasonCode: string | undefined; opinion: string; resumeOn: string };
const empty: Form = { reasonCode: undefined, opinion: '', resumeOn: '' };

/** 挂起 (I08): for which reason, what the filer reads, and until which day. */
export function SuspendDialog({ task, onClose }: { task: ReviewTaskDetail; onClose: () => void }) {
  const t = useText();
  const [form, setForm] = useState(empty);
  const sent = useContractForm(SuspendReview, (body) => api.post(`/api/review/tasks/${task.id}/suspension`, body));
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '' && value !== undefined));
  return (
    <FormDialog
      title={t(texts.suspend)}
      form={sent}
      body={() => given}
      idOf={idOf}
      labelOf={(path) => t(labels[path as keyof typeof labels])}
      onClose={onClose}
    >
      <p>{t(texts.suspendEffect)}</p>
      <ChoiceField<string>
        id={idOf('reasonCode')}
        label={t(texts.suspensionReason)}
        required
        error={sent.errorOf('reasonCode')}
        value={form.reasonCode}
        options={suspensionReasons.map((value) => ({ value, label: t(suspensionReasonLabels[value]) }))}
        onChange={(reasonCode) => set({ reasonCode })}
      />
      <TextField
        id={idOf('opinion')}
        label={t(texts.suspensionOpinion)}
        hint={t(texts.suspensionOpinionHint)}
        required
        rows={3}
        maxLength={1000}
        error={sent.errorOf('opinion')}
        value={form.opinion}
        onChange={(opinion) => set({ opinion })}
      />
      <DateField
        id={idOf('resumeOn')}
        label={t(texts.resumeOn)}
        hint={task.resumeWithin && t(texts.resumeOnHint, task.resumeWithin)}
        required
        error={sent.errorOf('resumeOn')}
        value={form.resumeOn}
        onChange={(resumeOn) => set({ resumeOn })}
      />
    </FormDialog>
  );
}

import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { Reveal, type RevealedPersonalData, type ReviewTaskDetail } from '@beian/contracts/review.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** Names and phone in full, after the purpose is stated; the read is on the audit chain. Gone when the page is left. */
export function PersonalData({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const { locale } = useLanguage();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const [problem, setProblem] = useState<unknown>();
  const [data, setData] = useState<RevealedPersonalData>();
  const reveal = async () => {
    const found = contractErrors(Reveal, { purpose }, locale)[0];
    setWrong(found);
    if (found) return;
    setProblem(undefined);
    try {
      setData(await api.post<RevealedPersonalData>(`/api/review/tasks/${task.id}/personal-data`, { purpose }));
      setAsking(false);
    } catch (failure) {
      setProblem(failure);
    }
  };
  return (
    <section className="panel" aria-label={t(texts.reveal)}>
      {data ? (
        peopleIn(data).map((people) => (
          <Descriptions
            key={people.filingNumber}
            bordered
            size="small"
            column={1}
            title={people.filingNumber}
            style={{ marginBottom: 12 }}
            items={[
              { key: 'head', label: t(texts.head), children: people.headName },
              { key: 'officer', label: t(texts.officer), children: people.safetyOfficerName },
              { key: 'phone', label: t(texts.phone), children: people.safetyOfficerPhone },
              { key: 'contact', label: t(texts.contactName), children: people.contactName },
              { key: 'contact-phone', label: t(texts.contactPhone), children: people.contactPhone },
              { key: 'recipient', label: t(texts.recipient), children: people.recipient?.name },
              { key: 'idNumber', label: t(texts.recipientIdNumber), children: people.recipient?.idNumber },
            ].filter((item) => item.children !== undefined)}
          />
        ))
      ) : (
        <Button onClick={() => setAsking(true)}>{t(texts.reveal)}</Button>
      )}
      <Dialog
        open={asking}
        title={t(texts.reveal)}
        ok={t(texts.reveal)}
        onOk={() => void reveal()}
        onClose={() => setAsking(false)}
        problem={problem}
      >
        <TextField
          id="purpose"
          label={t(texts.purpose)}
          hint={t(texts.purposeHint)}
          error={wrong}
          maxLength={200}
          value={purpose}
          onChange={setPurpose}
        />
      </Dialog>
    </section>
  );
}

type People = Omit<RevealedPersonalData, 'filings'> & { filingNumber?: string };
/** Of a change over several filings each has its own people. */
const peopleIn = (data: RevealedPersonalData): People[] =>
  (data.filings?.length ?? 0) > 1 ? (data.filings ?? []) : [data];

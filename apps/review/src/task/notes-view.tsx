import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { WriteNote, type ReviewTaskDetail } from '@beian/contracts/review.ts';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { texts } from './texts.ts';

/** 内部备注 (I09): what staff tell each other; the filer never reads it. */
export function NotesView({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const time = useTime();
  const { locale } = useLanguage();
  const { act, busy, problem } = useAct();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<FieldError>();
  const write = async (event: FormEvent) => {
    event.preventDefault();
    const [found] = contractErrors(WriteNote, { text }, locale);
    setWrong(found);
    if (found) return;
    if (await act(() => api.post(`/api/review/tasks/${task.id}/notes`, { text }))) setText('');
  };
  return (
    <section className="panel" aria-labelledby="notes">
      <h2 id="notes">{t(texts.notes)}</h2>
      {task.notes.map((note, i) => (
        <p key={`${note.at} ${i}`} style={{ whiteSpace: 'pre-wrap' }}>
          <strong>{note.staffNo}</strong> <time dateTime={note.at}>{time(note.at)}</time>
          <br />
          {note.text}
        </p>
      ))}
      {problem !== undefined && <ProblemAlert error={problem} />}
      <form noValidate onSubmit={(event) => void write(event)}>
        <TextField
          id="note-text"
          label={t(texts.noteText)}
          hint={t(texts.noteHint)}
          error={wrong}
          rows={2}
          maxLength={1000}
          value={text}
          onChange={setText}
        />
        <Button htmlType="submit" loading={busy}>
          {t(texts.addNote)}
        </Button>
      </form>
    </section>
  );
}

import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { limitOf, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';
import type { FieldError } from '../forms/error-summary.tsx';
import { useUnmended } from '../forms/use-unmended.ts';
import { ApiProblem } from '../session/api-problem.ts';
import { ProblemAlert } from '../frame/page.tsx';
import { shared } from '../frame/texts.ts';
import { OpenFile, useDocument } from './file-link.tsx';
import { Star } from '../forms/field.tsx';
import { kb } from './kb.ts';
import { PictureProposal } from './picture-proposal.tsx';
import { preparePicture, type Prepared } from './prepare-picture.ts';
import { texts } from './texts.ts';
import { upload } from './upload.ts';

/**
 * One file of a form: chosen by mouse or keyboard, checked for size before it is sent, with progress; the last good file stays until a new one is
 * stored. A picture that is too large is made smaller and shown first; one without a red seal is warned of (N10).
 */
export function FileField(props: {
  id: string;
  kind: DocumentKind;
  label: string;
  hint: string;
  accept: string;
  value: StoredDocument | undefined;
  error?: FieldError | undefined;
  required?: boolean;
  onChange: (document: StoredDocument | undefined) => void;
}) {
  const { id, kind, label, hint, accept, value, required, onChange } = props;
  // The form goes on while a file is on its way: what was typed meanwhile is not what the form was when the file was chosen.
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  }, [onChange]);
  const error = useUnmended(props.error, value);
  const t = useText();
  const note = useId();
  const [progress, setProgress] = useState<number>();
  const [wrong, setWrong] = useState<string>();
  const [refused, setRefused] = useState<{ failure: unknown; file: File; sealed: boolean }>();
  const [preparing, setPreparing] = useState(false);
  const [warned, setWarned] = useState(false);
  const [proposal, setProposal] = useState<{ before: File; after: File; sealed: boolean }>();
  const limit = limitOf(kind);

  const choose = async (chosen: File) => {
    setWrong(undefined);
    setRefused(undefined);
    setWarned(false);
    setProposal(undefined);
    let prepared: Prepared = { file: chosen.size < limit ? chosen : undefined, sealed: true };
    if (chosen.type.startsWith('image/')) {
      setPreparing(true);
      prepared = await preparePicture(chosen, limit).finally(() => setPreparing(false));
    }
    const { file, sealed } = prepared;
    if (!file) setWrong(t(texts.tooLarge, { size: chosen.size, limit, kb: limit / 1024 }));
    else if (file === chosen) await send(file, sealed);
    else setProposal({ before: chosen, after: file, sealed });
  };
  const send = async (file: File, sealed: boolean) => {
    setProposal(undefined);
    setRefused(undefined);
    setProgress(0);
    try {
      const stored = await upload(kind, file, setProgress);
      change.current(stored);
      setWarned(!sealed);
    } catch (failure) {
      const details = failure instanceof ApiProblem ? failure.details : undefined;
      if (details?.status === 401) setRefused({ failure, file, sealed });
      else setWrong(details ? `${details.title}${t(shared.colon)}${details.detail}` : t(shared.networkDetail));
    } finally {
      setProgress(undefined);
    }
  };

  const scan = useDocument(value?.id, value)?.scan;
  const shown = wrong ?? (value && scan === 'infected' ? t(texts.infected) : undefined) ?? error?.message;
  return (
    <div className="file-field">
      <label htmlFor={id}>
        {required && <Star />}
        {label}
      </label>
      <p className="hint" id={`${note}-hint`}>
        {hint}
      </p>
      {refused && <ProblemAlert error={refused.failure} onRetry={() => void send(refused.file, refused.sealed)} />}
      {shown && (
        <p className="field-error" id={`${note}-error`} role="alert">
          {shown}
        </p>
      )}
      <input
        id={id}
        className="file-input"
        type="file"
        accept={accept}
        disabled={preparing || progress !== undefined}
        aria-invalid={shown !== undefined}
        aria-describedby={`${note}-hint ${shown ? `${note}-error` : ''}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void choose(file);
        }}
      />
      {/* The browser's own button speaks the browser's language; this one speaks the page's. */}
      <label htmlFor={id} className="file-button" aria-hidden="true">
        {t(value ? texts.another : texts.choose)}
      </label>
      {progress !== undefined && (
        <Progress percent={Math.round(progress * 100)} aria-label={t(texts.progress, { name: label })} />
      )}
      {preparing && <p role="status">{t(texts.preparing)}</p>}
      {proposal && (
        <PictureProposal
          {...proposal}
          onUse={() => void send(proposal.after, proposal.sealed)}
          onDrop={() => setProposal(undefined)}
        />
      )}
      {warned && (
        <p className="field-warning" role="status">
          {t(texts.noSeal)}
        </p>
      )}
      {value && scan === 'awaiting_scan' && <p role="status">{t(texts.awaitingScan)}</p>}
      {value && (
        <p className="file-line" role="status">
          <OpenFile id={value.id} scan={scan}>
            {value.name}
          </OpenFile>
          <span>{t(texts.size, { size: kb(value.size) })}</span>
          <Button
            size="small"
            aria-label={t(texts.remove, { name: value.name })}
            onClick={() => {
              setWarned(false);
              onChange(undefined);
            }}
          >
            {t(texts.removeShort)}
          </Button>
        </p>
      )}
    </div>
  );
}

import { Button, Progress } from 'antd';
import { useId, useState } from 'react';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { limitOf, type DocumentKind } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';
import type { FieldError } from '../forms/error-summary.tsx';
import { useUnmended } from '../forms/use-unmended.ts';
import { ApiProblem } from '../session/api.ts';
import { shared } from '../frame/texts.ts';
import { shrinkPicture } from './shrink-picture.ts';
import { upload } from './upload.ts';

const texts = {
  size: { zh: '{size} KB', en: '{size} KB' },
  remove: { zh: '删除 {name}', en: 'Remove {name}' },
  removeShort: { zh: '删除', en: 'Remove' },
  progress: { zh: '正在上传 {name}', en: 'Uploading {name}' },
  tooLarge: {
    zh: '文件 {size} 字节，应小于 {limit} 字节（{kb} KB）。请压缩或重新扫描后再上传。',
    en: 'The file has {size} bytes and must have fewer than {limit} ({kb} KB). Compress or scan it again.',
  },
  shrunk: {
    zh: '图片已自动压缩到 {size} KB，请确认印章清晰。',
    en: 'The picture was reduced to {size} KB: check that the seal is legible.',
  },
  choose: { zh: '选择文件', en: 'Choose a file' },
  another: { zh: '更换文件', en: 'Choose another file' },
};
const kb = (bytes: number) => Math.max(1, Math.round(bytes / 1024));

/** One file of a form: chosen by mouse or keyboard, checked for size before it is sent, with progress; the last good file stays until a new one is stored. */
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
  const error = useUnmended(props.error, value);
  const t = useText();
  const note = useId();
  const [progress, setProgress] = useState<number>();
  const [wrong, setWrong] = useState<string>();
  const [said, setSaid] = useState<string>();
  const limit = limitOf(kind);

  const send = async (chosen: File) => {
    setWrong(undefined);
    setSaid(undefined);
    const file = chosen.type.startsWith('image/') ? await shrinkPicture(chosen, limit) : chosen;
    if (!file || file.size >= limit) {
      setWrong(t(texts.tooLarge, { size: chosen.size, limit, kb: limit / 1024 }));
      return;
    }
    if (file !== chosen) setSaid(t(texts.shrunk, { size: kb(file.size) }));
    setProgress(0);
    try {
      onChange(await upload(kind, file, setProgress));
    } catch (failure) {
      const details = failure instanceof ApiProblem ? failure.details : undefined;
      setWrong(details ? `${details.title}${t(shared.colon)}${details.detail}` : t(shared.networkDetail));
    } finally {
      setProgress(undefined);
    }
  };

  const shown = wrong ?? error?.message;
  return (
    <div className="file-field">
      <label htmlFor={id}>
        {required && (
          <span aria-hidden="true" className="star">
            *{' '}
          </span>
        )}
        {label}
      </label>
      <p className="hint" id={`${note}-hint`}>
        {hint}
      </p>
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
        disabled={progress !== undefined}
        aria-invalid={shown !== undefined}
        aria-describedby={`${note}-hint ${shown ? `${note}-error` : ''}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      {/* The browser's own button speaks the browser's language; this one speaks the page's. */}
      <label htmlFor={id} className="file-button" aria-hidden="true">
        {t(value ? texts.another : texts.choose)}
      </label>
      {progress !== undefined && (
        <Progress percent={Math.round(progress * 100)} aria-label={t(texts.progress, { name: label })} />
      )}
      {said && <p role="status">{said}</p>}
      {value && (
        <p className="file-line" role="status">
          <a href={`/api/documents/${value.id}/content?disposition=inline`} target="_blank" rel="noreferrer">
            {value.name}
          </a>
          <span>{t(texts.size, { size: kb(value.size) })}</span>
          <Button size="small" aria-label={t(texts.remove, { name: value.name })} onClick={() => onChange(undefined)}>
            {t(texts.removeShort)}
          </Button>
        </p>
      )}
    </div>
  );
}

import { Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useText } from '../language/language.tsx';
import { kb } from './kb.ts';
import { texts } from './texts.ts';

/** What became of a picture that was too large, looked at before it is sent (N10). */
export function PictureProposal(props: {
  before: File;
  after: File;
  sealed: boolean;
  onUse: () => void;
  onDrop: () => void;
}) {
  const { before, after, sealed, onUse, onDrop } = props;
  const t = useText();
  const use = useRef<HTMLButtonElement>(null);
  const address = useMemo(() => URL.createObjectURL(after), [after]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  useEffect(() => use.current?.focus(), []);
  return (
    <div className="picture-proposal" role="group" aria-label={t(texts.proposal)}>
      <p>{t(texts.shrunk, { before: kb(before.size), after: kb(after.size) })}</p>
      {!sealed && (
        <p className="field-warning" role="status">
          {t(texts.noSeal)}
        </p>
      )}
      <img src={address} alt={t(texts.previewOf, { name: after.name })} />
      <div className="actions">
        <Button type="primary" ref={use} onClick={onUse}>
          {t(texts.use)}
        </Button>
        <Button onClick={onDrop}>{t(texts.drop)}</Button>
      </div>
    </div>
  );
}

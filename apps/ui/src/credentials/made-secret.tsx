import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Callout } from '../frame/callout.tsx';
import { useText } from '../language/language.tsx';
import './made-secret.css';
import { texts } from './texts.ts';

/** `name`: of whom or what the credential is. */
type Made = { id: string; name: string; secret?: string | undefined };

/** The secret of a credential that was just made, this once; or that it got lost on the way. The focus goes to its heading. */
export function MadeSecret({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { id, name, secret } = made;
  return (
    <section className="panel" aria-labelledby="made-secret">
      <h2 id="made-secret" ref={heading} tabIndex={-1}>
        {t(texts.shown, { name })}
      </h2>
      {secret === undefined ? (
        <Callout tone="error" title={t(texts.lost)}>
          <p>{t(texts.lostWhy)}</p>
        </Callout>
      ) : (
        <>
          <Callout tone="warning" title={t(texts.once)} />
          <dl className="copied-values">
            <Value what={t(texts.id)} value={id} />
            <Value what={t(texts.secret)} value={secret} />
          </dl>
        </>
      )}
      <div className="actions">
        <Button type="primary" onClick={onClose}>
          {t(secret === undefined ? texts.another : texts.saved)}
        </Button>
      </div>
    </section>
  );
}

function Value({ what, value }: { what: string; value: string }) {
  const t = useText();
  const { message } = App.useApp();
  const copy = () =>
    // Without TLS a browser has no clipboard for pages, and people may refuse it.
    Promise.resolve(navigator.clipboard as Clipboard | undefined)
      .then((clipboard) => (clipboard ? clipboard.writeText(value) : Promise.reject(new Error('no clipboard'))))
      .then(
        () => message.success(t(texts.copied)),
        () => message.warning(t(texts.notCopied)),
      );
  return (
    <>
      <dt>{what}</dt>
      <dd>
        <code>{value}</code>
        <Button size="small" aria-label={t(texts.copyOf, { what })} onClick={() => void copy()}>
          {t(texts.copy)}
        </Button>
      </dd>
    </>
  );
}

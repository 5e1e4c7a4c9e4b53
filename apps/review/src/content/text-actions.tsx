import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ToneTag } from '@beian/ui/application/status-tag.tsx';
import { AskButton } from '@beian/ui/frame/ask-button.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

type Act = (work: () => Promise<unknown>) => Promise<unknown>;

/** Whether the public sees a text. */
export function PublishedTag({ published }: { published: boolean }) {
  const t = useText();
  return <ToneTag tone={published ? 'good' : 'quiet'}>{published ? t(texts.published) : t(texts.draft)}</ToneTag>;
}

/** What can be done with one question or notice. Each button says, to who cannot see the line, which one it is about. */
export function TextActions(props: {
  kind: 'faq' | 'notices';
  text: { id: string; revision: number; published: boolean };
  name: string;
  act: Act;
  children?: ReactNode;
}) {
  const { kind, text, name, act, children } = props;
  const { id, revision, published } = text;
  const t = useText();
  const path = `/api/content/${kind}/${id}`;
  const about = (what: string) => ({ 'aria-label': t(texts.named, { what, name }) });
  const remove = async () => {
    await api.remove(path);
    return t(texts.removed);
  };
  const publish = () => act(() => api.put(`${path}/publication`, { published: !published, baseRevision: revision }));
  const publishing = t(published ? texts.unpublish : texts.publish);
  return (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
      <Link to={kind === 'faq' ? '/content/faq/$id' : '/content/notices/$id'} params={{ id }} {...about(t(texts.edit))}>
        {t(texts.edit)}
      </Link>
      <Button size="small" {...about(publishing)} onClick={() => void publish()}>
        {publishing}
      </Button>
      {children}
      {!published && (
        <AskButton
          look="danger"
          size="small"
          label={t(texts.remove)}
          name={t(texts.named, { what: t(texts.remove), name })}
          act={remove}
        >
          <p>{t(texts.sure)}</p>
        </AskButton>
      )}
    </div>
  );
}

import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Space } from 'antd';
import { useRef, useState } from 'react';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { applicationKindLabels } from '@beian/contracts/vocabulary.ts';
import { Loaded, Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { DecisionPanel } from '../decision/decision-panel.tsx';
import { review } from '../frame/texts.ts';
import { Shortcuts } from '../shortcuts/shortcuts-dialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { DocumentPane } from './document-pane.tsx';
import { SectionLinks, TaskSections } from './task-sections.tsx';
import { TaskSummary } from './task-summary.tsx';
import { texts } from './texts.ts';
import { useNextTask } from './use-next-task.ts';
import { useTask } from './use-task.ts';
import './task.css';

/** The review screen (I07): on the left what was filed, beside it the file that is open, on the right what to do about it. */
export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useText();
  const navigate = useNavigate();
  const query = useTask(id);
  const next = useNextTask(id);
  useShortcuts({
    n: () => next && void navigate({ to: '/tasks/$id', params: { id: next } }),
    u: () => void navigate({ to: '/' }),
  });
  return (
    <Page
      key={id}
      title={query.data ? (query.data.systemName ?? t(applicationKindLabels[query.data.kind])) : t(review.queue)}
      system={t(review.name)}
      actions={
        <Space size="middle">
          {next && (
            <Link to="/tasks/$id" params={{ id: next }}>
              {t(texts.next)}
            </Link>
          )}
          <Link to="/">{t(texts.back)}</Link>
          <Shortcuts />
        </Space>
      }
    >
      <Loaded query={query}>{(task) => <Task task={task} />}</Loaded>
    </Page>
  );
}

function Task({ task }: { task: ReviewTaskDetail }) {
  const [shown, setShown] = useState<string>();
  const opener = useRef<Element>(null);
  const me = useMe();
  const superior = !task.observed && me.data?.organ !== undefined && me.data.organ.code !== task.organ.code;
  const at = task.documents.findIndex(({ id }) => id === shown);
  const [document, next] = [task.documents[at], task.documents[(at + 1) % task.documents.length]];
  const open = (id: string | undefined) => {
    if (shown === undefined) opener.current = globalThis.document.activeElement;
    setShown(id);
  };
  const close = () => {
    setShown(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  useShortcuts({
    a: () => open(next?.id),
    d: () => globalThis.document.getElementById('decision')?.focus(),
  });
  return (
    <>
      <TaskSummary task={task} superior={superior} />
      <SectionLinks task={task} />
      <div className={document ? 'workbench with-document' : 'workbench'}>
        <div className="workbench-filed">
          <TaskSections task={task} superior={superior} onOpen={open} />
        </div>
        {document && !superior && <DocumentPane document={document} next={next} onShow={open} onClose={close} />}
        <aside>
          <DecisionPanel key={task.id} task={task} />
        </aside>
      </div>
    </>
  );
}

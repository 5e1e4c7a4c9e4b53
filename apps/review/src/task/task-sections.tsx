import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { AppealView } from '@beian/ui/application/appeal-view.tsx';
import { ContentView } from '@beian/ui/application/content-view.tsx';
import { ReviewsView } from '@beian/ui/application/reviews-view.tsx';
import { PastSuspensions } from '@beian/ui/application/suspension-view.tsx';
import { TimelineView } from '@beian/ui/application/timeline-view.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { PrecheckSection } from '@beian/ui/precheck/precheck-view.tsx';
import { texts as precheckTexts } from '@beian/ui/precheck/texts.ts';
import { ChangesView } from './changes-view.tsx';
import { DevicesView } from './devices-view.tsx';
import { DisputedView } from './disputed-view.tsx';
import { FilingChangesView } from './filing-changes-view.tsx';
import { NotesView } from './notes-view.tsx';
import { OverlapsView } from './overlaps-view.tsx';
import { PersonalData } from './personal-data.tsx';
import { texts } from './texts.ts';

/** What was filed, section by section: what changed and what looks doubtful first, then everything else. */
export function TaskSections(props: {
  task: ReviewTaskDetail;
  superior: boolean;
  onOpen: (documentId: string) => void;
}) {
  const { task, superior, onOpen } = props;
  const t = useText();
  const nameOf = (id: string) => task.documents.find((one) => one.id === id)?.name;
  const scanOf = (id: string) => task.documents.find((one) => one.id === id)?.scan;
  return (
    <>
      {task.application.version > 1 && <ChangesView task={task} />}
      {task.filings && <FilingChangesView filings={task.filings} corrected={task.application.version > 1} />}
      {task.precheck && <PrecheckSection as="panel" intro={precheckTexts.forReviewer} findings={task.precheck} />}
      <OverlapsView task={task} />
      <div id="content">
        {task.content && (
          <ContentView
            content={task.content}
            fileName={nameOf}
            onOpen={onOpen}
            closed={superior}
            scanOf={scanOf}
            askedOnly={(task.filings?.length ?? 0) > 1}
          />
        )}
        {task.appeal && (
          <AppealView appeal={task.appeal} fileName={nameOf} onOpen={onOpen} closed={superior} scanOf={scanOf} />
        )}
      </div>
      {task.disputed && <DisputedView filing={task.disputed} />}
      {!superior && !task.observed && (task.content ?? task.appeal?.contactName) && <PersonalData task={task} />}
      {task.devices.total > 0 && <DevicesView devices={task.devices} />}
      {hasPast(task) && (
        <section className="panel" aria-labelledby="previous">
          <h2 id="previous">{t(texts.previous)}</h2>
          <ReviewsView kind={task.kind} reviews={task.previousReviews} />
          <PastSuspensions suspensions={task.suspensions} />
        </section>
      )}
      <NotesView task={task} />
      <section className="panel" aria-labelledby="timeline">
        <h2 id="timeline">{t(texts.timeline)}</h2>
        <TimelineView entries={task.timeline} />
      </section>
    </>
  );
}

/** Whether something has been said of it before: a decision, or a suspension that is over. */
const hasPast = ({ previousReviews, suspensions }: ReviewTaskDetail): boolean =>
  previousReviews.length > 0 || suspensions.some(({ resumed }) => resumed);

/** Ways to the sections that this task has. */
export function SectionLinks({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const links: [string, string, boolean][] = [
    ['changes', t(texts.changes), task.application.version > 1],
    ['precheck', `${t(precheckTexts.title)} ${task.precheck?.length || ''}`, task.precheck !== undefined],
    ['overlaps', t(texts.overlaps), task.overlaps.length + task.duplicates.length > 0],
    ['content', t(texts.content), true],
    ['devices', t(texts.devices, { count: task.devices.total }), task.devices.total > 0],
    ['previous', t(texts.previous), hasPast(task)],
    ['notes', `${t(texts.notes)} ${task.notes.length || ''}`, true],
    ['timeline', t(texts.timeline), true],
  ];
  return (
    <nav className="views section-links" aria-label={t(texts.sections)}>
      {links.map(
        ([id, label, there]) =>
          there && (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ),
      )}
    </nav>
  );
}

import { Button } from 'antd';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { SuspensionAlert } from '@beian/ui/application/suspension-view.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { texts } from './texts.ts';

/** That the review stands still (I08), with 【恢复办理】 for who may. */
export function SuspendedBanner({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const { act, busy, problem } = useAct();
  const running = task.resumeOn ? task.suspensions.at(-1) : undefined;
  return (
    <>
      {problem !== undefined && <ProblemAlert error={problem} />}
      {running && (
        <SuspensionAlert suspension={running}>
          {task.allowed.includes('resume') && (
            <Button
              type="primary"
              loading={busy}
              onClick={() => void act(() => api.post(`/api/review/tasks/${task.id}/resumption`))}
            >
              {t(texts.resume)}
            </Button>
          )}
        </SuspensionAlert>
      )}
    </>
  );
}

import { Alert } from 'antd';
import { fieldMessages } from '@beian/contracts/field-messages.ts';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** What came of one task of several. */
export type Outcome = {
  taskId: string;
  number: string;
  problem?: string | undefined;
  field?: string | undefined;
};

/** How many were done, and of each that was not, why. */
export function BulkOutcome({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useText();
  const failed = outcomes.filter((one) => one.problem !== undefined);
  const said = [
    t(texts.bulkDone, { count: outcomes.length - failed.length }),
    ...(failed.length > 0 ? [t(texts.bulkFailed, { count: failed.length })] : []),
  ];
  return (
    <Alert
      role="status"
      type={failed.length > 0 ? 'warning' : 'success'}
      style={{ marginBottom: 16 }}
      title={said.join(' · ')}
      description={
        failed.length > 0 && (
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {failed.map((one) => (
              <li key={one.taskId}>{[one.number, t(whyOf(one))].join(t(shared.colon))}</li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** Of a person who was chosen the field speaks, of a task the problem. */
const whyOf = ({ problem, field }: Outcome): Label =>
  (field === undefined ? undefined : fieldMessages[field]) ??
  problems[(problem ?? 'internal') as ProblemCode]?.title ??
  problems.internal.title;

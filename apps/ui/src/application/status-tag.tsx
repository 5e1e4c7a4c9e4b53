import type { ReactNode } from 'react';
import { statusLabelOf, type ApplicationKind, type ApplicationStatus } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';

export type Tone = 'running' | 'waiting' | 'good' | 'bad' | 'quiet';

const tones: Record<ApplicationStatus, Tone> = {
  submitted: 'running',
  valid: 'running',
  in_review: 'running',
  resubmitted: 'running',
  second_review: 'running',
  returned: 'waiting',
  awaiting_recipient: 'waiting',
  completed: 'good',
  rejected: 'bad',
  expired: 'bad',
  declined: 'bad',
  withdrawn: 'quiet',
  revoked: 'quiet',
};

/** A state in words on its tint; the colour only repeats what the words say. */
export const ToneTag = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`tone-tag tone-${tone}`}>{children}</span>
);

/** The status of an application, in the words of its business. */
export function StatusTag({ kind, status }: { kind: ApplicationKind; status: ApplicationStatus }) {
  const t = useText();
  return <ToneTag tone={tones[status]}>{t(statusLabelOf(kind, status))}</ToneTag>;
}

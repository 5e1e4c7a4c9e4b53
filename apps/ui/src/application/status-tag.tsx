import { Tag } from 'antd';
import { applicationStatusLabels, type ApplicationStatus } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';

const colours: Partial<Record<ApplicationStatus, string>> = {
  returned: 'warning',
  completed: 'success',
  rejected: 'error',
  expired: 'error',
  withdrawn: 'default',
};

/** A status in words; the colour only repeats it. */
export function StatusTag({ status }: { status: ApplicationStatus }) {
  const t = useText();
  return <Tag color={colours[status] ?? 'processing'}>{t(applicationStatusLabels[status])}</Tag>;
}

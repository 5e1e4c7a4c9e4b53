import { Tag } from 'antd';
import { applicationStatusLabels, type ApplicationStatus } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';

const colours: Partial<Record<ApplicationStatus, string>> = {
  returned: 'orange',
  completed: 'green',
  rejected: 'red',
  expired: 'red',
  withdrawn: 'default',
};

/** A status in words; the colour only repeats it. */
export function StatusTag({ status }: { status: ApplicationStatus }) {
  const t = useText();
  return <Tag color={colours[status] ?? 'blue'}>{t(applicationStatusLabels[status])}</Tag>;
}

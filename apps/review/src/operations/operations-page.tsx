import { Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { review } from '../frame/texts.ts';
import { DeadLetters } from './dead-letters.tsx';
import { FindApplication } from './find-application.tsx';
import { PlatformState } from './platform-state.tsx';

/** 运维 (I43): one application and what moves it, and how the services are. */
export function OperationsPage() {
  const t = useText();
  return (
    <Page title={t(review.operations)} system={t(review.name)}>
      <FindApplication />
      <PlatformState />
      <DeadLetters />
    </Page>
  );
}

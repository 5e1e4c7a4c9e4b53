import { Alert, Button } from 'antd';
import { ProblemAlert } from './page.tsx';
import { shared } from './texts.ts';
import { useText } from '../language/language.tsx';
import { ApiProblem } from '../session/api.ts';
import { signIn, useMe } from '../session/session.tsx';

/** Why an act did not happen; where a recent sign-in is asked for (I01), the way to it and back to this page. */
export function ActProblem({ error }: { error: unknown }) {
  const t = useText();
  const me = useMe();
  const stepUp = error instanceof ApiProblem && error.code === 'auth.step-up-required' ? error.details : undefined;
  if (!stepUp) return <ProblemAlert error={error} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 20 }}
      title={stepUp.title}
      description={stepUp.detail}
      action={
        <Button type="primary" onClick={() => signIn(me.data?.kind === 'legal_person' ? 'legal' : 'personal')}>
          {t(shared.signInAgain)}
        </Button>
      }
    />
  );
}

import { solveChallengeWorkers, type Challenge } from 'altcha/lib';
import SolvingWorker from 'altcha/workers/pbkdf2?worker';
import { useEffect, useState } from 'react';
import type { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';

const texts = {
  captcha: { zh: '验证', en: 'Captcha' },
  human: { zh: '我不是机器人', en: 'I am not a robot' },
  working: { zh: '正在验证，请稍候…', en: 'Checking, one moment…' },
  solved: { zh: '已验证', en: 'Verified' },
  expired: { zh: '验证已过期，请重新勾选。', en: 'The captcha has expired: tick it again.' },
} as const;
type State = 'open' | 'working' | 'solved' | 'expired';

/**
 * The captcha (M132, N14): a box to tick, then the browser works a moment (altcha's proof of work, in workers of its own). Nobody has to see,
 * hear or copy anything. A challenge serves once: `serial` changes to begin anew. `onSolved` gets the solution as the API takes it.
 */
export function Captcha({ serial, ...box }: BoxProps & { serial: number }) {
  return <Box key={serial} {...box} />;
}

type BoxProps = {
  purpose: CaptchaPurpose;
  error: FieldError | undefined;
  onSolved: (solution: string | undefined) => void;
};

function Box({ purpose, error, onSolved }: BoxProps) {
  const t = useText();
  const [state, setState] = useState<State>('open');
  const [problem, setProblem] = useState<unknown>();
  const [expiresAt, setExpiresAt] = useState<number>();

  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    // Some seconds early: the form has still to be sent.
    const timer = setTimeout(
      () => {
        setState('expired');
        onSolved(undefined);
      },
      expiresAt - Date.now() - 15_000,
    );
    return () => clearTimeout(timer);
  }, [expiresAt]);

  const solve = async () => {
    setState('working');
    setProblem(undefined);
    try {
      // A challenge is made for each query: a POST, which nothing on the way may keep.
      const challenge = await api.post<Challenge>(`/api/public/challenges?for=${purpose}`);
      const concurrency = Math.min(4, navigator.hardwareConcurrency);
      const solution = await solveChallengeWorkers({
        challenge,
        concurrency,
        createWorker: () => new SolvingWorker(),
      });
      if (!solution) throw new Error('the captcha took too long');
      onSolved(btoa(JSON.stringify({ challenge, solution })));
      setState('solved');
      if (challenge.parameters.expiresAt !== undefined) setExpiresAt(challenge.parameters.expiresAt * 1000);
    } catch (failure) {
      setState('open');
      setProblem(failure);
    }
  };
  const told = state === 'open' ? '' : state === 'expired' ? t(texts.expired) : t(texts[state]);
  const wrong = state === 'open' && error !== undefined;
  return (
    <div id="captcha" className="field" role="group" aria-label={t(texts.captcha)}>
      {wrong && (
        <p className="field-error" id="captcha-error">
          {error.message}
        </p>
      )}
      <div className="captcha">
        <label className="tick">
          <input
            type="checkbox"
            aria-invalid={wrong}
            aria-describedby={wrong ? 'captcha-error' : undefined}
            checked={state === 'working' || state === 'solved'}
            aria-disabled={state === 'working' || state === 'solved'}
            onChange={() => {
              if (state === 'open' || state === 'expired') void solve();
            }}
          />
          {t(texts.human)}
        </label>
        <span role="status" className={`captcha-state captcha-${state}`}>
          {state === 'working' && <span className="spinner" aria-hidden="true" />}
          {told}
        </span>
      </div>
      {problem !== undefined && <ProblemAlert error={problem} />}
    </div>
  );
}

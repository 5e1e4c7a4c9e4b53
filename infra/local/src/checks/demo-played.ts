import { type CheckContext, type Outcome, excerpt, runProgram } from './check.ts';

/** Plays the demo, as one test, on the platform that the environment names; `log` is the name of what it prints. */
export async function demoPlayed(context: CheckContext, log = 'demo'): Promise<Outcome> {
  const ran = await runProgram(log, 'infra/local/src/demo.ts', [], context);
  return ran.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, notes: `✗ npm run demo\n${excerpt(ran.output)}` };
}

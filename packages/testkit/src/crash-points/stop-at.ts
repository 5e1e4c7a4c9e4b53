/**
 * Loaded into a service with `node --import`: kills the process, as a power cut would, when it comes to the step that the parent has named.
 * Nothing of the services knows of it (docs/decisions/0030).
 */
import { subscribe } from 'node:diagnostics_channel';
import { stepChannel, type Step } from '@beian/service-kit/steps.ts';

let fatal: string | undefined;
process.on('message', (step) => {
  fatal = String(step);
  process.send?.('armed');
});
// The channel to the parent must not keep a service alive that has been told to stop.
process.channel?.unref();

subscribe(stepChannel, (message) => {
  const { part, of, at } = message as Step;
  if (`${part} ${of} ${at}` === fatal) process.kill(process.pid, 'SIGKILL');
});

/**
 * Filing killed at every step of every transaction of submitting, deciding, transferring and cancelling: the test of `npm test` in its long
 * form. Prints a line of JSON; `passed` must be true.
 */
import { playLongForm } from './long-form.ts';

await playLongForm({ name: 'crash-points' }, 'workflows/src/crash-points.int.test.ts', { BEIAN_CRASH_POINTS: 'all' });

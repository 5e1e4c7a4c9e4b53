/**
 * A thousand random sequences of steps over the five businesses against the model of them: the test of `npm test` in its long form. Prints a
 * line of JSON; `passed` must be true.
 */
import { playLongForm } from './long-form.ts';

const sequences = 1000;
await playLongForm({ name: 'model', sequences }, 'services/filing/src/model.int.test.ts', {
  BEIAN_MODEL_SEQUENCES: String(sequences),
});

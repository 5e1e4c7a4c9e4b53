import { playAppeal } from './stories/appeal.story.ts';
import { playCancellation } from './stories/cancellation.story.ts';
import { playChange } from './stories/change.story.ts';
import { playPaper } from './stories/paper.story.ts';
import { playRegistration } from './stories/registration.story.ts';
import { playTransfer } from './stories/transfer.story.ts';
import { openTelling } from './stories/telling.ts';

const baseUrl = process.env['BEIAN_URL'] ?? 'http://localhost:8080';

try {
  process.stdout.write(`The stories of beian, played at ${baseUrl}\n`);
  const telling = openTelling(baseUrl);
  const filingNumber = await playRegistration(telling);
  await playCancellation(telling, filingNumber);
  await playChange(telling);
  await playTransfer(telling);
  await playAppeal(telling);
  await playPaper(telling);
  process.stdout.write('All as it should be.\n');
} catch (error) {
  const refused = error instanceof TypeError && error.message === 'fetch failed';
  process.stderr.write(
    refused
      ? `Nothing answers at ${baseUrl}: start the platform first (npm start), or name it in BEIAN_URL.\n`
      : `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}

import { runMain, runMigrations } from '@beian/service-kit/open-service.ts';
import { schema } from './deps.ts';

await runMain(() => runMigrations(schema));

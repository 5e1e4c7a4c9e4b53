import { readConfig } from '@beian/service-kit/config.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { config as schema } from './config.ts';
import { migrateLimits } from './limits/limit-store.ts';

await runMain(() => migrateLimits(readConfig(schema.pick({ DATABASE_URL: true })).DATABASE_URL));

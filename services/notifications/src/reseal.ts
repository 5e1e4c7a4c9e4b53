import { runMain, runReseal } from '@beian/service-kit/open-service.ts';
import { schema } from './deps.ts';
import { keyedColumns } from './keyed-columns.ts';

await runMain(() => runReseal('notifications', { ...schema, columns: keyedColumns }));

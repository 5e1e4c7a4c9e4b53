import { readConfig } from '@beian/service-kit/config.ts';
import { runMain, runReseal } from '@beian/service-kit/open-service.ts';
import { config as schemaOfConfig, minioAccessOf } from './config.ts';
import { schema } from './deps.ts';
import { minioStore } from './documents/document-store.ts';
import { objectPrefix, quarantinePrefix } from './documents/document.entity.ts';
import { countObjects, resealObjects } from './documents/sealed-store.ts';
import { keyedColumns } from './keyed-columns.ts';
import { templatePrefix } from './templates/template-version.entity.ts';

const prefixes = [objectPrefix, templatePrefix, quarantinePrefix];

await runMain(async () => {
  const config = readConfig(schemaOfConfig);
  const store = minioStore({ ...minioAccessOf(config), bucket: config.MINIO_BUCKET });
  await runReseal(
    'documents',
    { ...schema, columns: keyedColumns },
    {
      reseal: (sealer) => resealObjects(store, sealer, prefixes),
      count: () => countObjects(store, prefixes),
    },
  );
});

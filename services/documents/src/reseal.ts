import { readConfig } from '@beian/service-kit/config.ts';
import { createSealer } from '@beian/service-kit/sealing.ts';
import { keySource } from '@beian/service-kit/keys.ts';
import { runMain, runReseal } from '@beian/service-kit/open-service.ts';
import { config as schemaOfConfig } from './config.ts';
import { schema } from './deps.ts';
import { minioStore } from './documents/document-store.ts';
import { objectPrefix, quarantinePrefix } from './documents/document.entity.ts';
import { countObjects, resealObjects } from './documents/sealed-store.ts';
import { keyedColumns } from './keyed-columns.ts';
import { templatePrefix } from './templates/template-version.entity.ts';

const prefixes = [objectPrefix, templatePrefix, quarantinePrefix];

await runMain(async () => {
  const config = readConfig(schemaOfConfig);
  const store = minioStore({
    endpoint: config.MINIO_ENDPOINT,
    accessKey: config.MINIO_ACCESS_KEY,
    secretKey: config.MINIO_SECRET_KEY,
    bucket: config.MINIO_BUCKET,
  });
  await runReseal(
    'documents',
    { ...schema, columns: keyedColumns },
    {
      reseal: () => resealObjects(store, createSealer(keySource(config)), prefixes),
      count: () => countObjects(store, prefixes),
    },
  );
});

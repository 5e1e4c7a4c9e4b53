import { readConfig } from '@beian/service-kit/config.ts';
import { keySource } from '@beian/service-kit/keys.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { createSealer } from '@beian/service-kit/sealing.ts';
import { config as schema, minioAccessOf } from './config.ts';
import { minioStore } from './documents/document-store.ts';
import { sealedStore } from './documents/sealed-store.ts';

// node src/open-object.ts quarantine/<id> > file: an object as it was uploaded, for operators who may have to show that the scanner was wrong.
await runMain(async () => {
  const config = readConfig(schema);
  const store = minioStore({ ...minioAccessOf(config), bucket: config.MINIO_BUCKET });
  process.stdout.write(await sealedStore(store, createSealer(keySource(config))).get(process.argv[2] ?? ''));
});

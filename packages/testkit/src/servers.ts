import { inject } from 'vitest';

/** Addresses of the real servers of this test run. */
export type Servers = {
  /** Scratch folder of the run. */
  dir: string;
  postgresUrl: string;
  natsUrl: string;
  temporalAddress: string;
  minio: { endpoint: string; accessKey: string; secretKey: string };
};

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers;
  }
}

export const servers = (): Servers => inject('servers');

/** Made when Temporal starts, for a namespace that is added later takes seconds to be known. */
export const namespacePool = Array.from({ length: 24 }, (_, i) => `test-${i + 1}`);

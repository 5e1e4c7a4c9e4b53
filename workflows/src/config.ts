import { sharedKeys } from '@beian/service-kit/config.ts';
import { z } from 'zod';

export const config = z.object({
  HOST: sharedKeys.HOST,
  PORT: sharedKeys.PORT,
  LOG_LEVEL: sharedKeys.LOG_LEVEL,
  TEMPORAL_ADDRESS: sharedKeys.TEMPORAL_ADDRESS,
  TEMPORAL_NAMESPACE: sharedKeys.TEMPORAL_NAMESPACE,
  WORKFLOWS_BUILD_ID: z
    .string()
    .min(1)
    .optional()
    .describe('version of the workflows; without it the worker is not versioned (workflows/README.md)'),
});

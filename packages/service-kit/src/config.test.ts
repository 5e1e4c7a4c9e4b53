import { expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, readConfig, sharedKeys } from './config.ts';
import { keysConfig } from './keys.ts';

const schema = z.object({
  PORT: sharedKeys.PORT,
  SERVICE_SECRET: sharedKeys.SERVICE_SECRET,
  SEALING_KEYS: keysConfig.SEALING_KEYS,
});
const right = {
  PORT: '8080',
  SERVICE_SECRET: 'a secret that is long enough for it',
  SEALING_KEYS: `{"current":"k1","keys":{"k1":"${'A'.repeat(43)}="}}`,
};

it('the environment is parsed once, with types', () => {
  expect(readConfig(schema, right)).toMatchObject({ PORT: 8080, SEALING_KEYS: { current: 'k1' } });
});

it('what is missing or wrong is named, a sentence each, and never shown', () => {
  const wrong = () => readConfig(schema, { ...right, PORT: 'http', SERVICE_SECRET: 'short-secret', SEALING_KEYS: '{' });
  expect(wrong).toThrow(ConfigError);
  expect(wrong).toThrow(/PORT: .+\n.+SERVICE_SECRET: .+\n.+SEALING_KEYS: is not JSON/s);
  expect(wrong).not.toThrow('short-secret');
});

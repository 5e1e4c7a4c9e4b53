import { z } from 'zod';
import { createSsoServer } from './app.ts';
import { createProvider } from './provider.ts';

const config = z
  .object({
    SSO_ISSUER: z.url(),
    SSO_CLIENT_ID: z.string().min(1),
    SSO_CLIENT_SECRET: z.string().min(16),
    PUBLIC_BASE_URL: z.url(),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int(),
  })
  .parse(process.env);

// Its people are invented and their passwords printed: it opens no door that matters (docs/decisions/0005).
if (process.env['NODE_ENV'] === 'production') throw new Error('the sign-in stand-in is not for production');

const provider = createProvider({
  issuer: config.SSO_ISSUER,
  clientId: config.SSO_CLIENT_ID,
  clientSecret: config.SSO_CLIENT_SECRET,
  redirectUris: [`${config.PUBLIC_BASE_URL}/auth/callback`],
});
const server = createSsoServer(provider);
server.listen(config.PORT, config.HOST);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

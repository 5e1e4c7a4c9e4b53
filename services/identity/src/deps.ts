import type { JWK } from 'jose';
import { createLocalJWKSet } from 'jose';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import { verifyActorToken, type Actor, type VerifyActor } from '@beian/service-kit/actor.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import type { Check } from '@beian/service-kit/health.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import { keySource } from '@beian/service-kit/keys.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import { openService } from '@beian/service-kit/open-service.ts';
import { createSealer, type Sealer } from '@beian/service-kit/sealing.ts';
import { AccountEntity } from './accounts/account.entity.ts';
import { ApiCredentialEntity } from './api-credentials/api-credential.entity.ts';
import type { Config } from './config.ts';
import { DivisionEntity } from './divisions/division.entity.ts';
import { JurisdictionEntity } from './jurisdictions/jurisdiction.entity.ts';
import { IdentityMigration } from './migrations/0001-identity.ts';
import { JurisdictionsMigration } from './migrations/0002-jurisdictions.ts';
import { StaffMigration } from './migrations/0003-staff.ts';
import { PersonHashMigration } from './migrations/0004-person-hash.ts';
import { ApiCredentialMigration } from './migrations/0005-api-credential.ts';
import { PersonAtTheKeyboardMigration } from './migrations/0006-person-at-the-keyboard.ts';
import { SharingCredentialMigration } from './migrations/0007-sharing-credential.ts';
import { OrganEntity } from './organs/organ.entity.ts';
import { actorTokenSigner } from './sessions/actor-tokens.ts';
import type { ActorToken } from './sessions/resolve-session.ts';
import { SessionEntity, SignInEntity } from './sessions/session.entity.ts';
import { SharingCredentialEntity } from './sharing-credentials/sharing-credential.entity.ts';
import { openProvider, type SignInProvider } from './sign-in/provider.ts';

export const schema = {
  entities: [
    AccountEntity,
    ApiCredentialEntity,
    DivisionEntity,
    OrganEntity,
    JurisdictionEntity,
    SessionEntity,
    SharingCredentialEntity,
    SignInEntity,
  ],
  migrations: [
    IdentityMigration,
    JurisdictionsMigration,
    StaffMigration,
    PersonHashMigration,
    ApiCredentialMigration,
    PersonAtTheKeyboardMigration,
    SharingCredentialMigration,
  ],
};

/** What a violated constraint means to the one who acted second. */
export const constraints: Readonly<Record<string, ProblemCode>> = {
  one_jurisdiction_at_a_time: 'jurisdiction.overlap',
};

export type Deps = MutateDeps & {
  provider: SignInProvider;
  sealer: Sealer;
  signActor: (actor: Actor) => Promise<ActorToken>;
  jwks: { keys: JWK[] };
  publicBaseUrl: string;
  verifyActor: VerifyActor;
  chainHeads: ChainHeads;
  metrics?: Metrics;
  checks?: Record<string, Check>;
};

/** The only place that makes connections. */
export async function createDeps(config: Config) {
  const open = await openService(config, { service: 'identity', ...schema, constraints });
  const { sign, jwks } = actorTokenSigner(config.ACTOR_TOKEN_PRIVATE_KEY);
  const deps: Deps = {
    ...open.base,
    provider: openProvider({
      issuer: config.SSO_ISSUER,
      clientId: config.SSO_CLIENT_ID,
      clientSecret: config.SSO_CLIENT_SECRET,
      redirectUri: `${config.PUBLIC_BASE_URL}/auth/callback`,
    }),
    sealer: createSealer(keySource(config)),
    signActor: sign,
    jwks,
    publicBaseUrl: config.PUBLIC_BASE_URL,
    // Its own keys are at hand: no request to itself.
    verifyActor: verifyActorToken({ serviceSecret: config.SERVICE_SECRET, keys: createLocalJWKSet(jwks) }),
    metrics: open.metrics,
    chainHeads: open.chainHeads,
    checks: open.checks,
  };
  return { deps, stop: open.stop };
}

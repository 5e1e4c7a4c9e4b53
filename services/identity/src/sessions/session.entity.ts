import { defineEntity, p } from '@mikro-orm/core';
import type { SignInAs } from '../sign-in/person-claims.ts';

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    /** SHA-256 of the cookie: the table alone lets nobody in. */
    idHash: p.string().primary(),
    accountId: p.uuid(),
    /**
     * Keyed hash of the person who signed in, under the oldest key, from which those under newer ones follow. The account of a legal person
     * may have several people: what waits for one of them is not the others'.
     */
    personHash: p.string().nullable(),
    createdAt: p.datetime(),
    seenAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});
export class SessionEntity extends SessionSchema.class {}
SessionSchema.setClass(SessionEntity);

const SignInSchema = defineEntity({
  name: 'SignIn',
  tableName: 'sign_in',
  properties: {
    stateHash: p.string().primary(),
    /** Hash of a cookie: only the browser that began a sign-in can end it. */
    browserHash: p.string(),
    verifier: p.string(),
    nonce: p.string(),
    returnTo: p.string(),
    signsInAs: p.string().$type<SignInAs>(),
    expiresAt: p.datetime(),
  },
});
/** A sign-in that has begun. */
export class SignInEntity extends SignInSchema.class {}
SignInSchema.setClass(SignInEntity);

/** Limits of the gateway for a platform whose whole load comes from one address; added to the environment of its services. */
export const fromOneAddress = {
  LIMIT_GENERAL: '1000000',
  LIMIT_SIGN_IN: '10000',
  LIMIT_TOKENS: '10000',
  LIMIT_TOKENS_OF_CREDENTIAL: '10000',
  LIMIT_SHARING: '10000',
  LIMIT_PUBLIC: '1000000',
  LIMIT_UPLOADS: '100000',
};

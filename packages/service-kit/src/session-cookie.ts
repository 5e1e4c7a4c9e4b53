const secure = (publicBaseUrl: string): boolean => publicBaseUrl.startsWith('https:');

/** Name of the session's cookie. Over TLS its prefix makes browsers keep it to this host, for no other may set it (RFC 6265bis, 4.1.3). */
export const sessionCookieOf = (publicBaseUrl: string): string =>
  `${secure(publicBaseUrl) ? '__Host-' : ''}beian_session`;

/** Name of the cookie of a sign-in under way; its path is not that of the whole site, so it has the weaker prefix. */
export const attemptCookieOf = (publicBaseUrl: string): string =>
  `${secure(publicBaseUrl) ? '__Secure-' : ''}beian_sign_in`;

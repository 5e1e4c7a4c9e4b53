export type Credentials = { username: string; password: string; as: 'personal' | 'legal' | 'staff' };

/** Headers of a write that one of our pages makes. */
export const fromOurPage = (baseUrl: string, cookie: string): Record<string, string> => ({
  cookie,
  origin: new URL(baseUrl).origin,
  'x-requested-with': 'beian',
});

/** Cookies by host and port, as a browser would keep them, but simpler: paths and ages are not looked at. */
class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>();
  take(url: string, response: Response): void {
    const kept = this.#cookies.get(new URL(url).host) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) kept.delete(name);
      else kept.set(name, value.join('='));
    }
    this.#cookies.set(new URL(url).host, kept);
  }
  header(url: string): string {
    return [...(this.#cookies.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/**
 * The way to the provider and through its form, up to the address that it sends the browser back to. `onWay` may change the provider's
 * address, as somebody might who wants more than is his. Answers that address and the gateway's cookies.
 */
export async function untilCallback(
  baseUrl: string,
  { username, password, as }: Credentials,
  onWay: (url: URL) => URL = (url) => url,
): Promise<{ callback: string; cookie: string }> {
  const jar = new CookieJar();
  const ask = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const cookie = jar.header(url);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(form ? { body: form } : {}),
    });
    jar.take(url, response);
    return response;
  };
  let url = new URL(`/auth/login?as=${as}`, baseUrl).toString();
  let form: URLSearchParams | undefined;
  for (let hops = 0; hops < 12; hops += 1) {
    const response = await ask(url, form);
    form = undefined;
    const location = response.headers.get('location');
    if (location !== null) {
      await response.body?.cancel();
      const next = new URL(location, url);
      if (next.pathname === '/auth/callback') return { callback: next.toString(), cookie: jar.header(baseUrl) };
      url = (hops === 0 ? onWay(next) : next).toString();
      continue;
    }
    const page = await response.text();
    if (!response.ok || !page.includes('name="password"')) {
      throw new Error(`signing in as ${username}: ${response.status} at ${new URL(url).pathname}`);
    }
    form = new URLSearchParams({ username, password });
  }
  throw new Error(`signing in as ${username}: too many redirects`);
}

/** Signs in at the gateway as a browser does, through every redirect and the provider's form; answers the Cookie header of the session. */
export async function signIn(baseUrl: string, who: Credentials): Promise<string> {
  const { callback, cookie } = await untilCallback(baseUrl, who);
  const jar = new CookieJar();
  const response = await fetch(callback, { redirect: 'manual', headers: { cookie } });
  jar.take(callback, response);
  await response.body?.cancel();
  const problem = new URL(response.headers.get('location') ?? '/', baseUrl).searchParams.get('problem');
  if (problem) throw new Error(`signing in as ${who.username}: ${problem}`);
  return jar.header(baseUrl);
}

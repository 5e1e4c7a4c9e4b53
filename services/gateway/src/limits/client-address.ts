import { BlockList, isIP, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Proxies whose word on X-Forwarded-For is taken: addresses and networks, like `10.0.0.5` or `10.0.0.0/8`. Throws for anything else. */
export function trustedProxies(list: readonly string[]): BlockList {
  const trusted = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new Error(`${entry} is no address and no network`);
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return trusted;
}

/**
 * Who asks, as far as the network can tell. Each trusted proxy adds the address that it saw at the end of X-Forwarded-For: read from
 * there, the first that is not trusted is the client's. What stands before it is the client's own word.
 */
export function clientAddress(socket: string, forwardedFor: string | undefined, trusted: BlockList): string {
  const path = [...(forwardedFor ?? '').split(',').map((one) => plain(one.trim())), plain(socket)];
  for (let i = path.length - 1; i > 0; i -= 1) {
    const address = path[i] ?? '';
    if (!isTrusted(address, trusted)) return address;
    // A proxy that says nothing sensible is itself the last that is known.
    if (isIP(path[i - 1] ?? '') === 0) return address;
  }
  return path[0] ?? socket;
}

const isTrusted = (address: string, trusted: BlockList): boolean =>
  isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

// A socket that takes both families shows IPv4 as ::ffff:1.2.3.4.
const plain = (address: string): string => (/^::ffff:\d/i.test(address) ? address.slice(7) : address);

/** Who is counted together: an IPv4 address, or the network of /64 that one household or host has of IPv6. */
export function countedAs(address: string): string {
  if (!isIPv6(address)) return address;
  const url = new URL(`http://[${address.split('%')[0] ?? ''}]`);
  const [head = '', tail] = url.hostname.slice(1, -1).split('::');
  const groups = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const whole =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - after.length).fill('0'), ...after];
  return `${whole.slice(0, 4).join(':')}::/64`;
}

/** The address of the other end of the connection. */
export function socketOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // no socket: a request made inside the process
  }
}

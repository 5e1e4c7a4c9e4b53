import { describe, expect, it } from 'vitest';
import { clientAddress, countedAs, trustedProxies } from './client-address.ts';

describe('the address of a client', () => {
  const proxies = trustedProxies(['10.0.0.0/8', '2001:db8:1::5']);
  it.each([
    ['what it says itself is nothing', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['a trusted proxy says who it saw', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
    ['what the client told the proxy is nothing', '10.1.2.3', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['through two proxies', '10.1.2.3', '1.1.1.1, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['a proxy of IPv6', '2001:db8:1::5', '2001:db8:7::1', '2001:db8:7::1'],
    ['an IPv4 proxy on a socket of both', '::ffff:10.1.2.3', '::ffff:203.0.113.9', '203.0.113.9'],
    ['a proxy that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
    ['a proxy that says rubbish', '10.1.2.3', '<script>', '10.1.2.3'],
    ['nothing but proxies', '10.1.2.3', '10.0.0.1', '10.0.0.1'],
  ])('%s', (_what, socket, forwarded, expected) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(expected);
  });

  it('of IPv6 is counted by its network', () => {
    expect(countedAs('203.0.113.9')).toBe('203.0.113.9');
    expect(countedAs('2001:db8:7:1::1')).toBe(countedAs('2001:db8:7:1:ffff:ffff:ffff:ffff'));
    expect(countedAs('2001:db8:7:2::1')).not.toBe(countedAs('2001:db8:7:1::1'));
    expect(countedAs('::1')).toBe('0:0:0:0::/64');
  });

  it('of a proxy must be one', () => {
    expect(() => trustedProxies(['everybody'])).toThrow('everybody');
  });
});

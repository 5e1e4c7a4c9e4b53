import { describe, expect, it } from 'vitest';
import { isTrusted } from './cross-site.ts';

const ours = 'https://beian.example';

describe('a write with a cookie', () => {
  it.each([
    ['from our pages', { site: 'same-origin', origin: ours }, true],
    ['typed by the user', { site: 'none', origin: undefined }, true],
    ['from another site', { site: 'cross-site', origin: 'https://evil.example' }, false],
    ['from a sister domain', { site: 'same-site', origin: 'https://shop.beian.example' }, false],
    ['from another site that forges our origin', { site: 'cross-site', origin: ours }, false],
    ['from an old browser on our pages', { site: undefined, origin: ours }, true],
    ['from an old browser on another site', { site: undefined, origin: 'https://evil.example' }, false],
    ['from a sandboxed frame', { site: undefined, origin: 'null' }, false],
    ['from our host on another port', { site: undefined, origin: 'https://beian.example:8443' }, false],
    ['from a program', { site: undefined, origin: undefined }, true],
  ])('%s', (_what, { site, origin }, trusted) => {
    expect(isTrusted({ site, origin, cookie: true }, `${ours}/`)).toBe(trusted);
    expect(isTrusted({ site, origin, cookie: false }, `${ours}/`)).toBe(true);
  });
});

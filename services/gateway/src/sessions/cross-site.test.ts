import { describe, expect, it } from 'vitest';
import { isTrusted } from './cross-site.ts';

const ours = 'https://beian.example';

describe('a write with a cookie', () => {
  it.each([
    ['from our pages', { site: 'same-origin', origin: ours }, true],
    ['that nobody but the user asked for', { site: 'none', origin: undefined }, false],
    ['from another site', { site: 'cross-site', origin: 'https://evil.example' }, false],
    ['from a sister domain', { site: 'same-site', origin: 'https://shop.beian.example' }, false],
    ['from another site that forges our origin', { site: 'cross-site', origin: ours }, false],
    ['from an old browser on our pages', { site: undefined, origin: ours }, true],
    ['from an old browser on another site', { site: undefined, origin: 'https://evil.example' }, false],
    ['from a sandboxed frame', { site: undefined, origin: 'null' }, false],
    ['from our host on another port', { site: undefined, origin: 'https://beian.example:8443' }, false],
    ['that does not say from where', { site: undefined, origin: undefined }, false],
  ])('%s', (_what, { site, origin }, trusted) => {
    const said = { site, origin, requestedWith: 'beian' };
    expect(isTrusted({ ...said, cookie: true }, `${ours}/`)).toBe(trusted);
    // A form of any page sends no header of ours.
    expect(isTrusted({ ...said, requestedWith: undefined, cookie: true }, `${ours}/`)).toBe(false);
    expect(isTrusted({ ...said, requestedWith: undefined, cookie: false }, `${ours}/`)).toBe(true);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditActionLabel, auditActionLabels } from './audit-actions.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = ['services/*/src/**/*.ts', 'packages/service-kit/src/**/*.ts'].flatMap((pattern) =>
  globSync(pattern, { cwd: root }).filter((file) => !file.endsWith('.test.ts')),
);

describe('the words of audit actions', () => {
  it('say every action that a service writes', () => {
    const written = sources.flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(/\baction: '([\w.-]+)'/g)].map((found) => found[1] ?? ''),
    );
    expect(written.length).toBeGreaterThan(50);
    expect([...new Set(written)].filter((action) => !Object.hasOwn(auditActionLabels, action))).toEqual([]);
  });

  it('name the event of a consumer, and show what they do not know', () => {
    expect(auditActionLabel('consume.filing.registered')).toEqual({
      zh: '处理事件 filing.registered',
      en: 'Handled the event filing.registered',
    });
    expect(auditActionLabel('thing.add').en).toBe('thing.add');
  });
});

import { describe, expect, it } from 'vitest';
import type { NoticeEntry } from '@beian/contracts/applications.ts';
import { correctableFieldsOf } from '@beian/contracts/correctable-fields.ts';
import { lateFields } from './late-citations.rules.ts';

const notice: NoticeEntry[] = [{ field: 'system.retentionDays', problem: '不一致', advice: '按实际填写' }];

describe('the fields that a second return cites late', () => {
  it('are those that the first did not cite and that are as they were', () => {
    const late = lateFields('registration', notice, ['system.retentionDays', 'system.deviceCount']);
    expect(late).toContain('system.name');
    expect(late).not.toContain('system.deviceCount');
    expect(late).toHaveLength(correctableFieldsOf('registration').length - 2);
  });

  it('are not those that were cited and that the filer explained instead of changing', () => {
    expect(lateFields('registration', notice, [])).not.toContain('system.retentionDays');
  });

  it('are fields of the business alone', () => {
    expect(lateFields('cancellation', [], [])).toEqual(['cancellation.reason', 'cancellation.authorisationId']);
  });
});

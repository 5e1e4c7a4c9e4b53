import { aPublishedNotice } from './notices.ts';
import { personal, staff } from './people.ts';
import { aUnit, claimedTaskOf, decide, submitRegistration, untilStatus } from './registration.ts';

export type OneOfEach = { returned: string; completed: string; filing: string; task: string; notice: string };

/** What pages are about: 张伟's registrations of a system, one returned, one completed and its filing, one in a reviewer's hands; a notice. */
export async function oneOfEach(names: { system: string; notice: { zh: string; en: string } }): Promise<OneOfEach> {
  const filer = await personal('zhangwei');
  const reviewer = await staff('reviewer-nanshan-1');
  const unit = await aUnit(filer);
  const claimed = async () => {
    const { id, number } = await submitRegistration(filer, unit, { name: names.system });
    return { id, task: await claimedTaskOf(reviewer, { number }) };
  };
  const returned = await claimed();
  await decide(reviewer, returned.task, {
    outcome: 'return',
    opinion: '请补正。',
    notice: [
      { field: 'system.retentionDays', problem: '不一致', advice: '按实际填写' },
      { field: 'system.address', problem: '不准确', advice: '按门牌填写' },
      { field: 'unit.type', problem: '有误', advice: '按证照填写' },
    ],
  });
  const completed = await claimed();
  await decide(reviewer, completed.task, { outcome: 'approve', opinion: '同意。' });
  await untilStatus(filer, returned.id, 'returned');
  const [filing = ''] = (await untilStatus(filer, completed.id, 'completed')).filingNumbers;
  const { task } = await claimed();
  const notice = await aPublishedNotice({
    title: names.notice,
    body: { zh: '第一段。\n\n第二段。', en: 'One.\n\nTwo.' },
    pinned: true,
  });
  return { returned: returned.id, completed: completed.id, filing, task: task.id, notice };
}

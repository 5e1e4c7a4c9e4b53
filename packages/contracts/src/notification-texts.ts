import type { Label, NotificationEntry } from './vocabulary.ts';

/** What an entry of the timeline means, in a sentence, as the filer reads it and whoever has no words of their own below. */
export const entryTexts: Readonly<Record<NotificationEntry, Label>> = {
  draft_reminded: {
    zh: '您有一份草稿尚未提交，到期后自动删除。',
    en: 'A draft of yours is not submitted; it is removed on its last day.',
  },
  delegation_granted: {
    zh: '您的账户授权他人代办或查看单位 {uscc} 的备案，有效期至 {until}。如非您本单位所为，请立即撤销。',
    en: 'Your account let another person act for or look at the filings of the unit {uscc}, until {until}. Revoke it at once if that was not you.',
  },
  delegation_expiring: {
    zh: '您就单位 {uscc} 作出的一项授权将于 {until} 到期，如需继续请重新授权。',
    en: 'An authorisation that you gave for the unit {uscc} ends on {until}: grant it anew if it is still needed.',
  },
  delegation_expired: {
    zh: '您就单位 {uscc} 作出的一项授权已于 {until} 到期，受托人不能再代办或查看。',
    en: 'An authorisation that you gave for the unit {uscc} ended on {until}: it gives nothing any more.',
  },
  delegation_revoked: {
    zh: '您就单位 {uscc} 作出的一项授权已撤销。',
    en: 'An authorisation that you gave for the unit {uscc} is revoked.',
  },
  api_credential_made: {
    zh: '您的账户新增了一项接口凭证，程序在 {until} 之前可以凭此以您的账户办理备案。如非您本人或本单位所为，请立即撤销。',
    en: 'An API credential was made for your account: with it a program may act for your account until {until}. Revoke it at once if that was not you.',
  },
  submitted: {
    zh: '申请 {number} 已受理，请等待公安机关审核。',
    en: 'Application {number} is received; the organ will review it.',
  },
  review_opened: { zh: '申请 {number} 已进入审核。', en: 'Application {number} is in review.' },
  review_reminded: { zh: '已提醒公安机关审核申请 {number}。', en: 'The organ was reminded of application {number}.' },
  review_urged: { zh: '申请 {number} 已由上级督办。', en: 'A supervisor urged the organ about application {number}.' },
  review_suspended: {
    zh: '申请 {number} 的审核已挂起，请查看原因和恢复办理的日期；您无需操作。',
    en: 'The review of application {number} is suspended: read why and until when. You need not do anything.',
  },
  review_resumed: { zh: '申请 {number} 已恢复办理。', en: 'The review of application {number} goes on.' },
  review_escalated: {
    zh: '申请 {number} 逾期未审核，已上报上级机关。',
    en: 'Application {number} is overdue and was escalated.',
  },
  validity_opened: {
    zh: '申诉 {number} 已提交，正在审查是否受理。',
    en: 'Appeal {number} is lodged; whether it can be taken up is being checked.',
  },
  found_valid: { zh: '申诉 {number} 已受理。', en: 'Appeal {number} was found valid and is taken up.' },
  not_valid: {
    zh: '申诉 {number} 不予受理，请查看理由和意见。',
    en: 'Appeal {number} is not taken up: read the reason and the opinion.',
  },
  first_determined: {
    zh: '申诉 {number} 初审已提出意见，等待复核。',
    en: 'The first review of appeal {number} is done; a second follows.',
  },
  disagreed: {
    zh: '申诉 {number} 的复核意见不一致，将重新审核。',
    en: 'The reviews of appeal {number} differ: it is reviewed anew.',
  },
  upheld: { zh: '申诉 {number} 成立。', en: 'Appeal {number} is upheld.' },
  dismissed: {
    zh: '申诉 {number} 不成立，请查看理由和意见。',
    en: 'Appeal {number} is dismissed: read the reason and the opinion.',
  },
  holder_changed: {
    zh: '申诉 {number} 涉及的备案已变更持有人。',
    en: 'The filing that appeal {number} is about has another holder.',
  },
  ended_by_appeal: {
    zh: '备案经申诉变更了持有人，申请 {number} 已终止。',
    en: 'An appeal gave the filing another holder: application {number} has ended.',
  },
  first_approved: {
    zh: '申请 {number} 初审通过，等待复核。',
    en: 'Application {number} passed the first review; a second follows.',
  },
  second_review_opened: { zh: '申请 {number} 已进入复核。', en: 'Application {number} is in second review.' },
  returned: {
    zh: '申请 {number} 需要补正，请查看补正告知并按期重新提交。',
    en: 'Application {number} needs correction: read the notice and submit again in time.',
  },
  correction_reminded: {
    zh: '申请 {number} 的补正期限将至，逾期将终止办理。',
    en: 'The correction of application {number} is due soon; it ends if you miss the date.',
  },
  correction_extended: {
    zh: '申请 {number} 的补正期限已延长。',
    en: 'You have more time to correct application {number}.',
  },
  resubmitted: {
    zh: '申请 {number} 已重新提交，请等待审核。',
    en: 'Application {number} was submitted again; the organ will review it.',
  },
  rerouted: {
    zh: '申请 {number} 已转由有管辖权的公安机关办理。',
    en: 'Application {number} was passed to the competent organ.',
  },
  document_quarantined: {
    zh: '申请 {number} 的一份附件检出病毒，已被隔离，无法打开。请准备无毒的文件，公安机关退回补正时更换。',
    en: 'An attachment of application {number} is infected: it is in quarantine and cannot be opened. Prepare a clean file and replace it when the organ returns the application.',
  },
  approved: { zh: '申请 {number} 审核通过。', en: 'Application {number} is approved.' },
  rejected: {
    zh: '申请 {number} 未通过审核，请查看理由和意见。',
    en: 'Application {number} is rejected: read the reason and the opinion.',
  },
  awaiting_recipient: {
    zh: '申请 {number} 正在等待移入人接收。',
    en: 'Application {number} waits for the recipient.',
  },
  recipient_reminded: {
    zh: '已提醒移入人接收申请 {number}。',
    en: 'The recipient of application {number} was reminded.',
  },
  accepted: { zh: '移入人已接收申请 {number}。', en: 'The recipient accepted application {number}.' },
  declined: { zh: '移入人拒绝接收申请 {number}。', en: 'The recipient declined application {number}.' },
  revoked: { zh: '移交申请 {number} 已撤销。', en: 'Transfer {number} is revoked.' },
  acceptance_expired: {
    zh: '移入人逾期未接收，移交申请 {number} 已终止。',
    en: 'The recipient did not answer in time: transfer {number} has ended.',
  },
  held: {
    zh: '申请 {number} 涉及的备案因争议冻结。',
    en: 'The filing that application {number} is about is held under dispute.',
  },
  released: {
    zh: '申请 {number} 涉及的备案已解除冻结。',
    en: 'The filing that application {number} is about is released.',
  },
  withdrawn: { zh: '申请 {number} 已撤回。', en: 'Application {number} is withdrawn.' },
  expired: {
    zh: '申请 {number} 逾期未补正，已终止办理。',
    en: 'Application {number} was not corrected in time and has ended.',
  },
  completed: { zh: '申请 {number} 已办结。', en: 'Application {number} is completed.' },
  claimed: {
    zh: '您已认领线下备案（申请 {number}）。',
    en: 'You have claimed the filing made on paper (application {number}).',
  },
};

/** Where the other party reads it otherwise: of a transfer, or of a delegation. */
export const recipientTexts: Partial<Readonly<Record<NotificationEntry, Label>>> = {
  delegation_granted: {
    zh: '您已获授权代办或查看单位 {uscc} 的备案，有效期至 {until}。',
    en: 'You may act for or look at the filings of the unit {uscc}, until {until}.',
  },
  delegation_expiring: {
    zh: '您就单位 {uscc} 获得的授权将于 {until} 到期，如需继续请联系授权人。',
    en: 'What you were granted for the unit {uscc} ends on {until}: ask its holder if you need it longer.',
  },
  delegation_expired: {
    zh: '您就单位 {uscc} 获得的授权已于 {until} 到期，不能再代办或查看。',
    en: 'What you were granted for the unit {uscc} ended on {until}: you may not act or look any more.',
  },
  delegation_revoked: {
    zh: '您就单位 {uscc} 获得的授权已被撤销，不能再代办或查看。',
    en: 'What you were granted for the unit {uscc} was revoked: you may not act or look any more.',
  },
  awaiting_recipient: {
    zh: '有一项备案移交给您（申请 {number}），请按期接收或者拒绝。',
    en: 'A filing is to be transferred to you (application {number}): accept or decline it in time.',
  },
  recipient_reminded: {
    zh: '移交给您的备案（申请 {number}）尚未接收，逾期移交将终止。',
    en: 'A transfer to you (application {number}) waits for your answer; it ends if you miss the date.',
  },
  revoked: { zh: '移出方已撤销移交（申请 {number}）。', en: 'The transfer to you (application {number}) is revoked.' },
  acceptance_expired: {
    zh: '您逾期未接收，移交（申请 {number}）已终止。',
    en: 'You did not answer in time: the transfer (application {number}) has ended.',
  },
  completed: {
    zh: '移交（申请 {number}）已办结，备案已转至您的名下。',
    en: 'The transfer (application {number}) is completed: the filing is yours.',
  },
};

/** Where staff reads it otherwise. */
export const staffTexts: Partial<Readonly<Record<NotificationEntry, Label>>> = {
  review_opened: { zh: '申请 {number} 等待审核。', en: 'Application {number} waits for review.' },
  second_review_opened: { zh: '申请 {number} 等待复核。', en: 'Application {number} waits for its second review.' },
  validity_opened: { zh: '申诉 {number} 等待受理审查。', en: 'Appeal {number} waits for its validity check.' },
  review_reminded: {
    zh: '申请 {number} 尚未审核，请在期限前作出决定。',
    en: 'Application {number} is not decided yet: decide before the deadline.',
  },
  review_urged: {
    zh: '申请 {number} 被督办，请尽快审核，并查看内部备注。',
    en: 'Application {number} was urged: review it soon and read the internal note.',
  },
  review_resumed: {
    zh: '申请 {number} 已恢复办理，请在期限前作出决定。',
    en: 'The review of application {number} goes on: decide before the deadline.',
  },
  review_escalated: {
    zh: '申请 {number} 逾期未审核，请督办。',
    en: 'Application {number} is overdue: see to it.',
  },
  withdrawn: {
    zh: '申请人撤回了申请 {number}，无需再审核。',
    en: 'The filer withdrew application {number}: nothing is left to review.',
  },
};

/** Sentences that follow where the event says more. */
export const dueText: Label = { zh: '截止时间：{due}。', en: 'Due {due}.' };
export const filingNumbersText: Label = { zh: '备案编号：{numbers}。', en: 'Filing number: {numbers}.' };

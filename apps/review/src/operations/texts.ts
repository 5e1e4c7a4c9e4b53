import type { OperatedService, WorkflowState } from '@beian/contracts/operations.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';

/** Texts of the operators' page. */
export const texts = {
  findTitle: { zh: '查找业务', en: 'Find an application' },
  number: { zh: '受理号、备案编号或者流程 ID', en: 'Acceptance number, filing number or workflow ID' },
  find: { zh: '查询', en: 'Find' },
  hint: {
    zh: '显示办理状态、流程和未发送的消息，不显示填报内容和个人信息。',
    en: 'Shows how it stands, its workflow and unsent messages; nothing of what was filed, nobody’s name.',
  },
  nothing: { zh: '没有找到该编号的业务，请核对编号。', en: 'No application has this number: check it.' },
  application: { zh: '业务', en: 'Application' },
  partOf: { zh: '属于 {number}', en: 'Part of {number}' },
  status: { zh: '状态', en: 'Status' },
  updated: { zh: '更新于 {time}', en: 'Updated {time}' },
  organ: { zh: '机关', en: 'Organ' },
  review: { zh: '在办审核', en: 'Open review' },
  due: { zh: '期限 {time}', en: 'Due {time}' },
  resumes: { zh: '挂起至 {day}', en: 'Suspended until {day}' },
  workflow: { zh: '流程', en: 'Workflow' },
  open: { zh: '在 Temporal 中打开', en: 'Open in Temporal' },
  openOf: {
    zh: '在 Temporal 中打开 {number} 的流程（新窗口）',
    en: 'Open in Temporal the workflow of {number} (new window)',
  },
  unsent: { zh: '未发送的消息', en: 'Unsent messages' },
  unsentOf: { zh: '{number} 未发送的消息', en: 'Unsent messages of {number}' },
  lane: { zh: '去向', en: 'To' },
  event: { zh: '其他服务（事件）', en: 'Other services (event)' },
  toWorkflow: { zh: '流程', en: 'Workflow' },
  created: { zh: '产生时间', en: 'Created' },
  attempts: { zh: '失败次数', en: 'Failures' },
  parked: { zh: '已停止重试', en: 'Parked' },
  waiting: { zh: '等待发送', en: 'Waiting' },
  error: { zh: '原因', en: 'Reason' },
  servicesTitle: { zh: '平台状态', en: 'State of the platform' },
  servicesHint: { zh: '每十五秒自动更新。', en: 'Updated every fifteen seconds.' },
  service: { zh: '服务', en: 'Service' },
  checks: { zh: '依赖', en: 'Needs' },
  outbox: { zh: '待发送消息', en: 'Messages waiting' },
  parkedOut: { zh: '停止重试的消息', en: 'Messages parked' },
  parkedIn: { zh: '未能处理的事件', en: 'Events not taken in' },
  oldest: { zh: '最早 {time}', en: 'Oldest {time}' },
  ready: { zh: '就绪', en: 'Ready' },
  notReady: { zh: '未就绪', en: 'Not ready' },
  away: { zh: '无法连接', en: 'No answer' },
  asking: { zh: '正在查询', en: 'Asking' },
  fine: { zh: '正常', en: 'Fine' },
} as const;

export const workflowStateLabels: Record<WorkflowState, Label> = {
  running: { zh: '运行中', en: 'Running' },
  completed: { zh: '已完成', en: 'Completed' },
  failed: { zh: '失败', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  terminated: { zh: '被终止', en: 'Terminated' },
  timed_out: { zh: '超时', en: 'Timed out' },
  absent: { zh: '没有流程', en: 'None' },
  unknown: { zh: '无法查询', en: 'Unknown' },
};

export const serviceLabels: Record<OperatedService | 'workflows' | 'sign-in', Label> = {
  identity: { zh: '账号和机关', en: 'Accounts and organs' },
  filing: { zh: '备案业务', en: 'Filing' },
  documents: { zh: '文件', en: 'Documents' },
  'public-query': { zh: '公众查询', en: 'Public query' },
  notifications: { zh: '消息', en: 'Notifications' },
  workflows: { zh: '流程引擎', en: 'Workflow worker' },
  'sign-in': { zh: '统一身份认证', en: 'Sign-in' },
};

import type { Page } from '@playwright/test';
import { fixtures } from '../journey/registration.ts';
import { choose } from '../pages/controls.page.ts';
import { fillNewUnit, fillSystem, goOn } from '../pages/registration.page.ts';
import type { Cast } from './cast.ts';

export type Filer = 'zhangwei' | 'lina';
export type Staff =
  | 'reviewer-nanshan-1'
  | 'senior-nanshan'
  | 'supervisor-shenzhen'
  | 'auditor-gd'
  | 'operator'
  | 'editor';
export type Who = 'nobody' | Filer | Staff;
/** A picture of the documentation: who looks at what. `steps` do what the address alone does not show. */
export type Picture = {
  name: string;
  title: string;
  who: Who;
  at: (cast: Cast) => string;
  steps?: (page: Page) => Promise<void>;
};

const upToDevices = async (page: Page): Promise<void> => {
  await fillNewUnit(page);
  await goOn(page);
  await fillSystem(page, '深圳湾文化广场视频监控系统');
  await goOn(page);
  await page.locator('input[type="file"]').setInputFiles(fixtures.wrongDeviceTable);
  await page.getByRole('table').first().waitFor();
};

/** The main pages, in the order in which one meets them. */
export const pictures: readonly Picture[] = [
  { name: 'sign-in', title: 'Sign-in and the public entrances', who: 'nobody', at: () => '/' },
  { name: 'public-query', title: '公共查询 Public query', who: 'nobody', at: () => '/public' },
  {
    name: 'public-verify',
    title: 'Verification of a filing number',
    who: 'nobody',
    at: ({ filing }) => `/public/verify/${filing}`,
  },
  { name: 'public-faq', title: '常见问题 Questions', who: 'nobody', at: () => '/public/faq' },
  { name: 'public-downloads', title: '下载 Downloads', who: 'nobody', at: () => '/public/downloads' },
  { name: 'public-appeal', title: 'Appeal without sign-in', who: 'nobody', at: () => '/public/appeal' },
  { name: 'portal-home', title: 'Home: the eight businesses', who: 'zhangwei', at: () => '/' },
  {
    name: 'portal-unit',
    title: '备案登记: errors of the unit page',
    who: 'lina',
    at: () => '/registration',
    steps: async (page) => {
      await page.getByRole('radio', { name: '使用新单位登记' }).check();
      await choose(page, '单位类型', '企业');
      await goOn(page);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'portal-device-table',
    title: '备案登记: device table, cell by cell',
    who: 'lina',
    at: () => '/registration',
    steps: upToDevices,
  },
  {
    name: 'portal-returned',
    title: '退回补正: what the organ wants corrected',
    who: 'zhangwei',
    at: ({ returned }) => `/applications/${returned}`,
  },
  {
    name: 'portal-suspended',
    title: '挂起: what the review waits for, and until when',
    who: 'zhangwei',
    at: ({ suspended }) => `/applications/${suspended}`,
  },
  {
    name: 'portal-filing',
    title: 'A filing with its versions',
    who: 'zhangwei',
    at: ({ filing }) => `/filings/${filing}`,
  },
  { name: 'portal-applications', title: '业务查询 Own business', who: 'zhangwei', at: () => '/applications' },
  {
    name: 'portal-change',
    title: '变更: the filings to change',
    who: 'zhangwei',
    at: ({ filing }) => `/change?number=${filing}`,
  },
  {
    name: 'portal-change-progress',
    title: 'A change under way',
    who: 'zhangwei',
    at: ({ change }) => `/applications/${change}`,
  },
  {
    name: 'portal-incoming-transfer',
    title: '移交接收 Incoming transfers',
    who: 'lina',
    at: () => '/transfers/incoming',
  },
  { name: 'portal-access-log', title: 'Who has seen my data', who: 'zhangwei', at: () => '/access-log' },
  {
    name: 'portal-api-credentials',
    title: '接口凭证 API credentials',
    who: 'zhangwei',
    at: () => '/delegations/api-credentials',
  },
  { name: 'portal-inbox', title: '消息 Inbox', who: 'zhangwei', at: () => '/inbox' },
  { name: 'review-queue', title: 'Queue', who: 'senior-nanshan', at: () => '/review/' },
  {
    name: 'review-task',
    title: 'A task: file beside the form',
    who: 'reviewer-nanshan-1',
    at: ({ task }) => `/review/tasks/${task}`,
    steps: async (page) => {
      await page.getByRole('button', { name: '营业执照复印件.pdf' }).click();
      await page.getByRole('radio', { name: '退回补正' }).check();
      // The browser's own viewer of PDF files does not say when it has drawn.
      await page.waitForTimeout(8_000);
    },
  },
  {
    name: 'review-changes',
    title: 'A change: old beside new',
    who: 'reviewer-nanshan-1',
    at: ({ changeTask }) => `/review/tasks/${changeTask}`,
  },
  {
    name: 'review-suspended',
    title: 'A task whose review is suspended',
    who: 'reviewer-nanshan-1',
    at: ({ suspendedTask }) => `/review/tasks/${suspendedTask}`,
  },
  {
    name: 'review-held',
    title: 'A task that a colleague has in hand',
    who: 'reviewer-nanshan-1',
    at: ({ heldTask }) => `/review/tasks/${heldTask}`,
  },
  { name: 'review-board', title: '督办台 Board', who: 'senior-nanshan', at: () => '/review/board' },
  {
    name: 'review-board-city',
    title: '督办台 of the city: what was escalated',
    who: 'supervisor-shenzhen',
    at: () => '/review/board',
  },
  { name: 'review-statistics', title: '统计 Statistics', who: 'supervisor-shenzhen', at: () => '/review/statistics' },
  { name: 'review-audit', title: '审计 Audit log', who: 'auditor-gd', at: () => '/review/audit' },
  { name: 'review-dictionaries', title: '字典 Dictionaries', who: 'operator', at: () => '/review/dictionaries' },
  { name: 'review-organs', title: 'Organs', who: 'operator', at: () => '/review/organs' },
  { name: 'review-calendar', title: 'Working days', who: 'operator', at: () => '/review/calendar' },
  { name: 'review-faq', title: 'Content editing', who: 'editor', at: () => '/review/content/faq' },
];

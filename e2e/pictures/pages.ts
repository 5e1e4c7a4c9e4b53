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
export type Picture = { name: string; who: Who; at: (cast: Cast) => string; steps?: (page: Page) => Promise<void> };

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
  { name: 'sign-in', who: 'nobody', at: () => '/' },
  { name: 'public-query', who: 'nobody', at: () => '/public' },
  { name: 'public-verify', who: 'nobody', at: ({ filing }) => `/public/verify/${filing}` },
  { name: 'public-faq', who: 'nobody', at: () => '/public/faq' },
  { name: 'public-downloads', who: 'nobody', at: () => '/public/downloads' },
  { name: 'public-appeal', who: 'nobody', at: () => '/public/appeal' },
  { name: 'portal-home', who: 'zhangwei', at: () => '/' },
  {
    name: 'portal-unit',
    who: 'lina',
    at: () => '/registration',
    steps: async (page) => {
      await page.getByRole('radio', { name: '使用新单位登记' }).check();
      await choose(page, '单位类型', '企业');
      await goOn(page);
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'portal-device-table', who: 'lina', at: () => '/registration', steps: upToDevices },
  { name: 'portal-returned', who: 'zhangwei', at: ({ returned }) => `/applications/${returned}` },
  { name: 'portal-filing', who: 'zhangwei', at: ({ filing }) => `/filings/${filing}` },
  { name: 'portal-applications', who: 'zhangwei', at: () => '/applications' },
  { name: 'portal-change', who: 'zhangwei', at: ({ filing }) => `/change?number=${filing}` },
  { name: 'portal-change-progress', who: 'zhangwei', at: ({ change }) => `/applications/${change}` },
  { name: 'portal-incoming-transfer', who: 'lina', at: () => '/transfers/incoming' },
  { name: 'portal-access-log', who: 'zhangwei', at: () => '/access-log' },
  { name: 'portal-inbox', who: 'zhangwei', at: () => '/inbox' },
  { name: 'review-queue', who: 'senior-nanshan', at: () => '/review/' },
  {
    name: 'review-task',
    who: 'reviewer-nanshan-1',
    at: ({ task }) => `/review/tasks/${task}`,
    steps: async (page) => {
      await page.getByRole('button', { name: '营业执照复印件.pdf' }).click();
      await page.getByRole('radio', { name: '退回补正' }).check();
    },
  },
  { name: 'review-changes', who: 'reviewer-nanshan-1', at: ({ changeTask }) => `/review/tasks/${changeTask}` },
  { name: 'review-board', who: 'supervisor-shenzhen', at: () => '/review/board' },
  { name: 'review-statistics', who: 'supervisor-shenzhen', at: () => '/review/statistics' },
  { name: 'review-audit', who: 'auditor-gd', at: () => '/review/audit' },
  { name: 'review-dictionaries', who: 'operator', at: () => '/review/dictionaries' },
  { name: 'review-organs', who: 'operator', at: () => '/review/organs' },
  { name: 'review-calendar', who: 'operator', at: () => '/review/calendar' },
  { name: 'review-faq', who: 'editor', at: () => '/review/content/faq' },
];

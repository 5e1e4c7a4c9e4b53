import type { Template, TemplateName } from '@beian/contracts/templates.ts';
import { cancellationAuthorisation } from './cancellation-authorisation.template.ts';
import { changeAuthorisation } from './change-authorisation.template.ts';
import { delegationLetter } from './delegation-letter.template.ts';
import { deviceTableTemplate } from './device-table.template.ts';
import { filingNotice } from './filing-notice.template.ts';
import { materialTemplates } from './material-templates.template.ts';
import { offlineTemplates } from './offline-templates.template.ts';
import { registrationAuthorisation } from './registration-authorisation.template.ts';
import { transferForm } from './transfer-form.template.ts';

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The day on which the regulation came into force: on any day since, some version is the one to use. */
export const builtInSince = '2025-04-01';

type Source = {
  title: Template['title'];
  fileName: string;
  mediaType: typeof docx | typeof xlsx;
  make: () => Promise<Uint8Array>;
};

/** What a template is called and how the version that comes with the platform is made. */
export const sources: Readonly<Record<TemplateName, Source>> = {
  'filing-notice': {
    title: { zh: '公共安全视频图像信息系统备案填报须知', en: 'Notice on filling in the filing' },
    fileName: '公共安全视频图像信息系统备案填报须知.docx',
    mediaType: docx,
    make: filingNotice,
  },
  'material-templates': {
    title: { zh: '系统备案材料模板', en: 'Templates of the filing materials' },
    fileName: '系统备案材料模板.docx',
    mediaType: docx,
    make: materialTemplates,
  },
  'offline-templates': {
    title: { zh: '系统线下备案材料模板', en: 'Templates for filing on paper' },
    fileName: '系统线下备案材料模板.docx',
    mediaType: docx,
    make: offlineTemplates,
  },
  'registration-authorisation': {
    title: { zh: '委托办理备案登记授权书', en: 'Authorisation to register' },
    fileName: '委托办理备案登记授权书.docx',
    mediaType: docx,
    make: registrationAuthorisation,
  },
  'change-authorisation': {
    title: { zh: '委托办理备案变更授权书', en: 'Authorisation to change' },
    fileName: '委托办理备案变更授权书.docx',
    mediaType: docx,
    make: changeAuthorisation,
  },
  'cancellation-authorisation': {
    title: { zh: '委托办理备案注销授权书', en: 'Authorisation to cancel' },
    fileName: '委托办理备案注销授权书.docx',
    mediaType: docx,
    make: cancellationAuthorisation,
  },
  'transfer-form': {
    title: { zh: '备案移交申请表', en: 'Transfer application form' },
    fileName: '备案移交申请表.docx',
    mediaType: docx,
    make: transferForm,
  },
  'delegation-letter': {
    title: { zh: '授权委托书（委托代理人）', en: 'Letter of authorisation (agent)' },
    fileName: '授权委托书.docx',
    mediaType: docx,
    make: delegationLetter,
  },
  'device-table': {
    title: { zh: '附件：图像采集设备信息表', en: 'Annex: image-collection device table' },
    fileName: '图像采集设备信息表.xlsx',
    mediaType: xlsx,
    make: () => deviceTableTemplate(),
  },
};

const made = new Map<TemplateName, Promise<Uint8Array<ArrayBuffer>>>();

/** The file that comes with the platform; made once per process from its source here. */
export function builtInFile(name: TemplateName): Promise<Uint8Array<ArrayBuffer>> {
  const known = made.get(name);
  if (known) return known;
  const making = sources[name].make().then((bytes) => new Uint8Array(bytes));
  made.set(name, making);
  return making;
}

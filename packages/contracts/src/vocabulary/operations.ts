import type { Labels } from './label.ts';

/** 死信: what was given up and waits for an operator. */
export const deadLetterKinds = ['unhandled_event', 'unsent_event', 'unsent_message'] as const;
export type DeadLetterKind = (typeof deadLetterKinds)[number];
export const deadLetterKindLabels: Labels<DeadLetterKind> = {
  unhandled_event: { zh: '收到而未能处理的事件', en: 'An event that came and could not be handled' },
  unsent_event: { zh: '未能发出的事件', en: 'An event that could not be sent' },
  unsent_message: { zh: '未能送达流程引擎的消息', en: 'A message that did not reach the workflow engine' },
};

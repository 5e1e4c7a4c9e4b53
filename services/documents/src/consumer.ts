import type { ConsumerOptions } from '@beian/service-kit/consumer.ts';
import { keepDocuments } from './documents/keep-documents.ts';

/** What documents does about the events of others. */
export const consumer: ConsumerOptions = { durable: 'documents', handle: keepDocuments };

import { z } from 'zod';
import { CalendarDate, Id, line, listOf, Timestamp } from './common.ts';
import { faqCategories } from './vocabulary.ts';

/** Paragraphs of plain text, an empty line between them; never HTML. */
const paragraphs = (max: number) => line(max).overwrite((given) => given.replaceAll(/\r\n?/g, '\n'));
const inBoth = <T extends z.ZodType>(words: T) => z.strictObject({ zh: words, en: words });

/** The revision that the editor saw: 409 `content.stale` when it has been changed since. */
const baseRevision = z.int().min(1);
/** What staff see of any text besides its words. */
const editing = {
  revision: z.int(),
  published: z.boolean(),
  publishedAt: Timestamp.optional(),
  updatedAt: Timestamp,
};
/** Shows a text to the public, or takes it back. */
export const Publication = z.strictObject({ published: z.boolean(), baseRevision }).meta({ id: 'Publication' });
export type Publication = z.infer<typeof Publication>;

const faq = {
  category: z.enum(faqCategories).meta({ description: '分类' }),
  question: inBoth(line(200)).meta({ description: '问题' }),
  answer: inBoth(paragraphs(4000)).meta({ description: '解答' }),
};
/** A question with its answer, as an editor writes it (I32). */
export const FaqInput = z.strictObject(faq).meta({ id: 'FaqInput', description: '常见问题' });
export type FaqInput = z.infer<typeof FaqInput>;
export const FaqEdit = z.strictObject({ ...faq, baseRevision }).meta({ id: 'FaqEdit' });
export type FaqEdit = z.infer<typeof FaqEdit>;
export const FaqEntry = z
  .object({ id: Id, ...faq, position: z.int(), ...editing })
  .meta({ id: 'FaqEntry', description: '常见问题' });
export type FaqEntry = z.infer<typeof FaqEntry>;
export const FaqEntryList = listOf(FaqEntry).meta({ id: 'FaqEntryList' });
/** All questions of a category in their new order. */
export const FaqOrder = z
  .strictObject({ category: z.enum(faqCategories), ids: z.array(Id).min(1).max(500) })
  .meta({ id: 'FaqOrder' });
export type FaqOrder = z.infer<typeof FaqOrder>;

/** 常见问题 (M135, M136): any of both, or none. */
export const FaqQuery = z.object({
  category: z.enum(faqCategories).optional(),
  q: z.string().trim().max(100).optional(),
});
export type FaqQuery = z.infer<typeof FaqQuery>;
export const PublicFaq = z
  .object({ id: Id, ...faq, updatedAt: Timestamp })
  .meta({ id: 'PublicFaq', description: '常见问题' });
export type PublicFaq = z.infer<typeof PublicFaq>;
/** With a search the best answers come first. `categories` counts everything that is published. */
export const PublicFaqList = listOf(PublicFaq)
  .extend({ categories: z.array(z.object({ category: z.enum(faqCategories), count: z.int() })) })
  .meta({ id: 'PublicFaqList' });
export type PublicFaqList = z.infer<typeof PublicFaqList>;

const notice = {
  title: inBoth(line(200)).meta({ description: '标题' }),
  body: inBoth(paragraphs(10_000)).meta({ description: '正文' }),
  /** Stays above the others. */
  pinned: z.boolean().meta({ description: '置顶' }),
  /** First and last day, Beijing time, on which the public sees it. */
  effectiveFrom: CalendarDate.meta({ description: '生效日期' }),
  effectiveUntil: CalendarDate.optional().meta({ description: '截止日期' }),
};
const inOrder = (given: { effectiveFrom: string; effectiveUntil?: string | undefined }): boolean =>
  given.effectiveUntil === undefined || given.effectiveUntil >= given.effectiveFrom;
const backwards = { error: 'notice.period', path: ['effectiveUntil'] };
/** 公告 (I33), as an editor writes it. */
export const NoticeInput = z
  .strictObject(notice)
  .refine(inOrder, backwards)
  .meta({ id: 'NoticeInput', description: '公告' });
export type NoticeInput = z.infer<typeof NoticeInput>;
export const NoticeEdit = z
  .strictObject({ ...notice, baseRevision })
  .refine(inOrder, backwards)
  .meta({ id: 'NoticeEdit' });
export type NoticeEdit = z.infer<typeof NoticeEdit>;
export const Notice = z.object({ id: Id, ...notice, ...editing }).meta({ id: 'Notice', description: '公告' });
export type Notice = z.infer<typeof Notice>;
export const NoticeList = listOf(Notice).meta({ id: 'NoticeList' });

const { body: _, ...shown } = notice;
/** A notice in the list of the public: without its text. */
export const PublicNotice = z.object({ id: Id, ...shown, updatedAt: Timestamp }).meta({ id: 'PublicNotice' });
export type PublicNotice = z.infer<typeof PublicNotice>;
export const PublicNoticeList = listOf(PublicNotice).meta({ id: 'PublicNoticeList' });
export const PublicNoticeText = z
  .object({ id: Id, ...notice, updatedAt: Timestamp })
  .meta({ id: 'PublicNoticeText', description: '公告' });
export type PublicNoticeText = z.infer<typeof PublicNoticeText>;

import { describe, expect, it } from 'vitest';
import { faqEntries } from '../migrations/0003-faq-entries.ts';
import { bestAnswers, searchTerms } from './faq-search.rules.ts';

describe('what a query looks for', () => {
  it.each([
    ['注销', ['注销']],
    ['怎么注销备案？', ['注销', '销备', '备案']],
    ['  文件 100KB  ', ['100kb', '文件']],
    ['１００ｋｂ', ['100kb']],
    ['How do I cancel a filing?', ['cancel', 'filing']],
    ['章', ['章']],
    ['怎么办', ['怎么', '么办']],
    ['how', ['how']],
    ['？！%_\u0000', []],
  ])('“%s” is %j', (query, terms) => expect(searchTerms(query).toSorted()).toEqual([...terms].toSorted()));
});

describe('searching the questions', () => {
  const bestOf = (query: string) => bestAnswers(faqEntries, query)[0]?.question.zh;
  it.each([
    ['注销', '系统拆除了，怎样注销备案？'],
    ['怎么把系统注销掉', '系统拆除了，怎样注销备案？'],
    ['移交给别人', '怎样把备案移交给他人？'],
    ['文件太大超过100kb', '文件提示不能超过 100KB，怎样处理？'],
    ['窗口办理', '可以不在网上、到窗口办理吗？'],
    ['罚款', '不备案或者提供虚假备案信息有什么后果？'],
    ['How do I cancel a filing?', '系统拆除了，怎样注销备案？'],
    ['TRANSFER FORM', '怎样把备案移交给他人？'],
    ['device table', '图像采集设备信息表怎样填写？'],
    ['fined', '不备案或者提供虚假备案信息有什么后果？'],
  ])('“%s” finds “%s” first', (query, question) => expect(bestOf(query)).toBe(question));

  it('finds nothing for what nobody asked, and for signs alone', () => {
    expect(bestAnswers(faqEntries, '天气预报')).toEqual([]);
    expect(bestAnswers(faqEntries, '%')).toEqual([]);
    expect(bestAnswers(faqEntries, '.*')).toEqual([]);
  });

  it('puts a question that says it before an answer that mentions it', () => {
    const text = (zh: string) => ({ zh, en: '-' });
    const mentions = { question: text('怎样登记？'), answer: text('登记以后可以变更。') };
    const asks = { question: text('怎样变更？'), answer: text('提交申请。') };
    expect(bestAnswers([mentions, asks], '变更')).toEqual([asks, mentions]);
  });
});

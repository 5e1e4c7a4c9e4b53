import type { Label } from '@beian/contracts/vocabulary.ts';

type Searched = { question: Label; answer: Label };

// Words of the asking itself: they are in every question and find nothing.
const askingZh =
  /请问|怎么样|怎么办|怎么|怎样|如何|什么|哪些|哪个|哪里|是否|可以|能否|能不能|需要|应当|应该|多久|吗|呢|了|的/g;
const askingEn = new Set(
  'a an and are can do does for how i if in is it my of on or the to was what when where which who with'.split(' '),
);

/** The same letters however they were typed: full width, capitals. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * What a query looks for. Chinese has no spaces between words, so a run of characters is looked for by its overlapping pairs:
 * “怎么注销备案” finds “如何注销备案” and “备案的注销” alike.
 */
export function searchTerms(query: string): string[] {
  const runs = plain(query).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  const isHan = (run: string) => /^\p{Script=Han}/u.test(run);
  const latin = runs.filter((run) => !isHan(run));
  const words = latin.filter((word) => word.length > 1 && !askingEn.has(word));
  const han = runs.filter(isHan);
  const meant = han.flatMap((run) => run.split(askingZh)).filter((run) => run !== '');
  const terms = [...words, ...meant.flatMap(pairsOf)];
  // A query of nothing but asking words is taken at its word.
  return [...new Set(terms.length > 0 ? terms : [...latin, ...han.flatMap(pairsOf)])];
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.length === 1 ? characters : characters.slice(1).map((one, i) => `${characters[i]}${one}`);
}

/**
 * The entries that hold at least a third of what is looked for (pairs across two words are in no text), the best first: the question
 * counts more than the answer.
 */
export function bestAnswers<E extends Searched>(entries: readonly E[], query: string): E[] {
  const terms = searchTerms(query);
  const rated = entries.map((entry) => {
    const question = plain(`${entry.question.zh} ${entry.question.en}`);
    const answer = plain(`${entry.answer.zh} ${entry.answer.en}`);
    const found = terms.filter((term) => question.includes(term) || answer.includes(term));
    return {
      entry,
      found: found.length,
      score: found.length + 2 * found.filter((one) => question.includes(one)).length,
    };
  });
  return rated
    .filter(({ found }) => found > 0 && found * 3 >= terms.length)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

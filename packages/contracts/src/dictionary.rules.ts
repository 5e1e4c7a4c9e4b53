import type { Dictionaries, DictionaryEntry } from './dictionaries.ts';
import type { ApplicationKind, DictionaryName, Label, ReasonUse, UnitProof } from './vocabulary.ts';

/** Entries that the platform's own rules name: the items of art. 7, the ground that disputes a holder, the reason without a reason. */
const fixed: Readonly<Record<DictionaryName, readonly string[]>> = {
  unit_type: [],
  place_category: ['road', 'gathering', 'transport_hub', 'vehicle', 'service_area'],
  rejection_reason: ['other'],
  appeal_ground: ['ownership'],
};
export const isFixed = (dictionary: DictionaryName, code: string): boolean => fixed[dictionary].includes(code);

/** Whether an entry may be chosen on a day (YYYY-MM-DD in Beijing): from its first day until the one from which it is retired. */
export const inUse = ({ validFrom, validUntil }: Pick<DictionaryEntry, 'validFrom' | 'validUntil'>, day: string) =>
  validFrom <= day && (validUntil === undefined || day < validUntil);

/** The entries that may be chosen today, in order. */
export const choicesOf = ({ day, items }: Dictionaries, dictionary: DictionaryName): DictionaryEntry[] =>
  items.filter((entry) => entry.dictionary === dictionary && inUse(entry, day));

/** An entry by its code, retired or not. */
export const entryOf = (
  { items }: Pick<Dictionaries, 'items'>,
  dictionary: DictionaryName,
  code: string,
): DictionaryEntry | undefined => items.find((entry) => entry.dictionary === dictionary && entry.code === code);

/** Why a code may not be chosen today, as a field message with its parameters; undefined when it may. */
export function wrongChoice(
  all: Dictionaries,
  dictionary: DictionaryName,
  code: string,
): { code: string; params: Record<string, Label | string> } | undefined {
  const entry = entryOf(all, dictionary, code);
  if (entry && inUse(entry, all.day)) return undefined;
  const names = choicesOf(all, dictionary).map(({ label }) => label);
  const options = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
  const day = entry?.validUntil;
  if (!entry || day === undefined || all.day < day) return { code: 'dictionary.unknown', params: { options } };
  return { code: 'dictionary.retired', params: { name: entry.label, day, options } };
}

/** The proof that units of a type bring (G3); of a retired type too, for units that have it. */
export const proofOf = (all: Pick<Dictionaries, 'items'>, type: string): UnitProof | undefined =>
  entryOf(all, 'unit_type', type)?.rule as UnitProof | undefined;

/** Whether an application of a kind may be rejected for a reason (I08). */
export const reasonFits = ({ rule }: Pick<DictionaryEntry, 'rule'>, kind: ApplicationKind): boolean => {
  const use = rule as ReasonUse | undefined;
  return use === 'all' || (use === 'appeal') === (kind === 'appeal');
};

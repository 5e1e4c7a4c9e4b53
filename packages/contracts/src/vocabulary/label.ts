/** A word in both languages. */
export type Label = { readonly zh: string; readonly en: string };
export type Labels<K extends string> = Readonly<Record<K, Label>>;

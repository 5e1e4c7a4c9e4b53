/** The password of the seeded accounts. */
export const password = 'beian-demo';

/** What a story needs: where the platform is, and how to tell what happens. */
export type Telling = {
  baseUrl: string;
  tell: (line: string) => void;
  /** Ends the story with what is not as it should be. */
  mustHold: (what: string, holds: boolean) => void;
};

/** Numbers the lines of all stories through. */
export function openTelling(baseUrl: string): Telling {
  let steps = 0;
  return {
    baseUrl,
    tell: (line) => void process.stdout.write(`${String((steps += 1)).padStart(2)}  ${line}\n`),
    mustHold: (what, holds) => {
      if (!holds) throw new Error(`not as it should be: ${what}`);
    },
  };
}

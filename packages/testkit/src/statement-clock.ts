/**
 * A clock that ticks with each SQL statement that filing has been answered (`onStatement` of a platform). Who races begins by it and not
 * by milliseconds: a machine that is slow makes it slow as well, and the ways of the race stay as long as each other.
 */
export function statementClock() {
  let ticks = 0;
  let waiting: { until: number; goOn: () => void }[] = [];
  return {
    onStatement: (): void => {
      ticks += 1;
      const due = waiting.filter(({ until }) => until <= ticks);
      waiting = waiting.filter(({ until }) => until > ticks);
      for (const { goOn } of due) goOn();
    },
    /** Waits for so many statements more; somebody else must make them. */
    after: (statements: number): Promise<void> =>
      new Promise((goOn) => {
        if (statements === 0) goOn();
        else waiting.push({ until: ticks + statements, goOn });
      }),
  };
}

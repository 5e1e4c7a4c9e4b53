/** Somebody waits, somebody else rings. A ring while nobody waits is kept for the next who does. */
export type Bell = {
  ring(): void;
  /** Ends with the next ring, or after `ms`. Answers whether it rang. */
  wait(ms: number): Promise<boolean>;
};

export function createBell(): Bell {
  let rung = false;
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      if (waiting.size === 0) rung = true;
      for (const wake of waiting) wake();
    },
    wait: (ms) => {
      if (rung) {
        rung = false;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const end = (answer: boolean) => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve(answer);
        };
        const wake = () => end(true);
        const timer = setTimeout(() => end(false), ms);
        waiting.add(wake);
      });
    },
  };
}

/** One line of progress for something that takes long. On a terminal it is rewritten; in a log it is repeated every 15 s. */
export type Progress = { say(state: string): void; end(state: string): void };

export function showProgress(what: string, out: NodeJS.WriteStream = process.stderr): Progress {
  const started = Date.now();
  let state = 'starting';
  let printed = '';
  const line = () => `  ${what}: ${state} (${seconds(Date.now() - started)})`;
  const print = () => {
    if (out.isTTY) out.write(`\r\u001b[2K${line()}`);
    else if (line() !== printed) out.write(`${line()}\n`);
    printed = line();
  };
  const timer = setInterval(print, out.isTTY ? 500 : 15_000);
  timer.unref();
  return {
    say(next) {
      state = next;
    },
    end(next) {
      clearInterval(timer);
      state = next;
      print();
      if (out.isTTY) out.write('\n');
    },
  };
}

/** Milliseconds as people read them: `4.2 s`, `3 min 05 s`. */
export function seconds(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  if (whole < 60) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

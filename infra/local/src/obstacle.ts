/** Something outside the code stands in the way (a taken port, a missing compiler, a full disk). The message is the one sentence to show. */
export class Obstacle extends Error {}

const noSpace =
  /no space left on device|ENOSPC|disk (is )?full|could not extend file|Storage backend has reached its minimum free drive/i;

/** Tells from an error or a piece of log whether the disk is full. */
export function saysDiskIsFull(text: string): boolean {
  return noSpace.test(text);
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

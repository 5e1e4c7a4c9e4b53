/** Bytes as people read them. */
export const kb = (bytes: number): number => Math.max(1, Math.round(bytes / 1024));

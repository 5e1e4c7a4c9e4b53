import { v5, v7 } from 'uuid';

/** A UUID of version 7: its order is the order of creation, which keeps indexes dense. */
export const newId = (): string => v7();

const derived = '2f6f0f0e-6d0b-4c53-9f55-0c2c7b1b6a79';

/** The same UUID for the same parts, always (version 5): what is written again finds that it is there. */
export const idOf = (...parts: readonly string[]): string => v5(parts.join('\n'), derived);

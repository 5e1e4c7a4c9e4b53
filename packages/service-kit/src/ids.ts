import { v7 } from 'uuid';

/** A UUID of version 7: its order is the order of creation, which keeps indexes dense. */
export const newId = (): string => v7();

import { z } from 'zod';

/**
 * zod looks whether it may compile schemas with `new Function`, which the pages' policy forbids: the browser would report a violation on
 * every page. Imported before all schemas.
 */
z.config({ jitless: true });

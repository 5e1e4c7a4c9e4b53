import { useRef } from 'react';

/**
 * The idempotency keys of a form: the same content is sent under the same key, so pressing twice creates once. `forget` is for a form that
 * stays open after it was sent, where the same content is then meant anew.
 */
export function useIdempotencyKeys(): { keyOf: (content: unknown) => string; forget: () => void } {
  const keys = useRef(new Map<string, string>());
  return {
    keyOf: (content) => {
      const text = JSON.stringify(content);
      const key = keys.current.get(text) ?? crypto.randomUUID();
      keys.current.set(text, key);
      return key;
    },
    forget: () => keys.current.clear(),
  };
}

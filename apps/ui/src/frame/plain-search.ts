type Search = Record<string, unknown>;

/**
 * How an address holds what a page looks for: plain text, as everybody types it. The router's own reader takes `4403…` for a number and `true`
 * for a boolean. A name that stands more than once is a list.
 */
export const plainSearch = {
  parseSearch: (text: string): Search => {
    const given = new URLSearchParams(text);
    return Object.fromEntries(
      [...new Set(given.keys())].map((name) => {
        const values = given.getAll(name);
        return [name, values.length > 1 ? values : values[0]];
      }),
    );
  },
  stringifySearch: (search: Search): string => {
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) {
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (one !== undefined && one !== null) given.append(name, String(one));
      }
    }
    const text = given.toString();
    return text && `?${text}`;
  },
};

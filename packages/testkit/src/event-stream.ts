export type StreamEvent = { event: string; id: string; data: unknown };

/** Server-Sent Events read as a browser reads them, but nothing is connected again. Fails unless the answer is a stream. */
export async function openEvents(url: URL | string, headers: Record<string, string>) {
  const breakOff = new AbortController();
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: breakOff.signal });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  let comments = 0;
  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const found = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      buffer += value;
    }
  };
  return {
    headers: response.headers,
    /** How many comments, the heartbeats, came so far. */
    comments: () => comments,
    /** The next event; undefined when the other side ended the stream. */
    next: async (): Promise<StreamEvent | undefined> => {
      for (;;) {
        const found = await block();
        if (found === undefined) return undefined;
        const fields = new Map(
          found.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
        );
        const data = fields.get('data');
        if (data !== undefined)
          return { event: fields.get('event') ?? '', id: fields.get('id') ?? '', data: JSON.parse(data) as unknown };
        comments += 1;
      }
    },
    close: () => breakOff.abort(),
  };
}

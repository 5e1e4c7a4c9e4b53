/** Whether somebody asks for Server-Sent Events: such an answer goes on for as long as its reader stays. */
export const asksForEvents = (accept: string | undefined): boolean => accept?.includes('text/event-stream') ?? false;

export const isEventStream = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;

export type Lasting = {
  /** Asked every `everyMs`: when it says no, the stream ends. A failure to tell is no no. */
  mayGoOn: () => Promise<boolean>;
  everyMs: number;
  /** The process stops. */
  stopping: AbortSignal;
};

/** The stream of a service for as long as it may go on; it ends as if the service had ended it, so that readers connect again. */
export function lastingWhile(response: Response, { mayGoOn, everyMs, stopping }: Lasting): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const end = () => {
    clearInterval(timer);
    stopping.removeEventListener('abort', end);
    // Lets go of the service's end too; a read under way answers `done`.
    reader.cancel().catch(() => undefined);
  };
  const timer = setInterval(() => {
    mayGoOn().then(
      (yes) => yes || end(),
      () => undefined,
    );
  }, everyMs);
  stopping.addEventListener('abort', end, { once: true });
  if (stopping.aborted) end();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (!done && value) return controller.enqueue(value);
      end();
      controller.close();
    },
    cancel: end,
  });
  return new Response(body, response);
}

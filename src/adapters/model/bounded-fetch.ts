/** Many times what a wording of nine hundred characters takes, with everything around it. */
const LARGEST_ANSWER = 1024 * 1024;

/**
 * Fetches an answer whole, or not at all: the client's own time limit ends with the headers, and it reads whatever comes
 * after them. `deadlineMs` is for everything.
 */
export function boundedFetch(deadlineMs: number, most = LARGEST_ANSWER): typeof fetch {
  return async (input, init) => {
    const signals = [AbortSignal.timeout(deadlineMs), ...(init?.signal ? [init.signal] : [])];
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Leaving the loop early closes the connection.
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) {
        throw new Error(`the model's answer is larger than ${most} bytes`);
      }
      chunks.push(chunk);
    }
    const { status, statusText, headers } = response;
    return new Response(size === 0 ? null : Buffer.concat(chunks), { status, statusText, headers });
  };
}

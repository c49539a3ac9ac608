/** The part of the Playground's configuration that is needed; its HTTP interface is undocumented, but its own page uses it. */
interface PlaygroundConfig {
  readonly config?: { readonly personalChat?: { readonly id?: string } };
}

/**
 * Says something in the personal chat of the Playground at this address, as its first user. Its compose box would drop
 * every line break of a paste; its HTTP interface keeps them. Rejects where the Playground does not take it.
 */
export async function sayInChat(chat: string, text: string): Promise<void> {
  const { config } = (await (await fetch(`${chat}/_internal/v1/config`)).json()) as PlaygroundConfig;
  const conversation = config?.personalChat?.id;
  if (!conversation) {
    throw new Error('The Playground names no personal chat.');
  }
  const answer = await fetch(`${chat}/_conversation/v1/conversations/${conversation}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'text', text, textFormat: 'plain', from: { id: 'user-id-0' } }),
  });
  await answer.body?.cancel();
  if (!answer.ok) {
    throw new Error(`The Playground did not take a message (${answer.status}).`);
  }
}

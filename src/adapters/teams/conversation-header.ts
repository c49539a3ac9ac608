import { Client } from './own-retries.ts';

const NAME = 'x-ms-conversation-id';

/**
 * Lets a connector client send to every conversation. The SDK repeats the id of the conversation in a header, as it is,
 * and HTTP takes no letters there but Latin ones: a send to any other conversation failed before it left.
 */
export function sendableConversation(client: unknown): void {
  Client.parse(client).client.pipeline.addPolicy({
    name: 'stopcodeConversationHeader',
    sendRequest: (request, next) => {
      const id = request.headers.get(NAME);
      if (id !== undefined && !/^[\x21-\x7e]*$/.test(id)) {
        request.headers.set(NAME, encodeURIComponent(id));
      }
      return next(request);
    },
  });
}

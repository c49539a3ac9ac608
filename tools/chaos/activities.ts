export type Json = Readonly<Record<string, unknown>>;

/** A message in a personal chat as Teams posts it. */
export function message(serviceUrl: string, tenant: string, conversation: string, id: string, changes: Json): Json {
  return {
    ...{ type: 'message', id, channelId: 'msteams', serviceUrl, locale: 'en-US', textFormat: 'plain', text: '' },
    from: { id: `29:${conversation}`, name: 'Wei' },
    recipient: { id: '28:bot', name: 'Stopcode' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...changes,
  };
}

/** A file that was attached in a personal chat. */
export function attachedFile(name: string, downloadUrl: string): Json {
  const content = { downloadUrl, uniqueId: name, fileType: 'txt' };
  return { attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name, content }] };
}

/** Somebody points at the message of another and asks for it to be read. */
export function messageAction(content: string): Json {
  const messagePayload = { id: '1', attachments: [], body: { contentType: 'text', content } };
  const value = { commandId: 'triageMessage', commandContext: 'message', messagePayload };
  return { type: 'invoke', name: 'composeExtension/fetchTask', text: undefined, value };
}

import type { Dialog } from '../dialog.ts';
import { say } from '../say.ts';
import { leftUnread } from './collect-pastes.ts';

/** Only things that cannot be read: say so, and what to send instead. */
export const unreadableAttachment: Dialog = {
  name: 'unreadable-attachment',
  accepts: ({ message }) => message.unreadable.length > 0 && message.files.length === 0 && message.text.trim() === '',
  takesFiles: true,
  reply: (turn) => say(turn, ...leftUnread(turn.message)),
};

import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { CaseStore, Deed } from '#src/ports/case-store.ts';
import type { Diagnose } from '#src/ports/diagnoser.ts';
import type { ReadFile } from '#src/ports/file-reader.ts';
import type { FollowUpStore } from '#src/ports/follow-up-store.ts';
import type { PeopleStore } from '#src/ports/people-store.ts';
import type { Turn } from '#src/ports/turn.ts';
import type { Said } from './hearing/courtesy.ts';

/** What a dialog may use of the world. */
export interface Tools {
  readonly diagnose: Diagnose;
  readonly readFile: ReadFile;
  readonly knowledge: Knowledge;
  readonly cases: CaseStore;
  readonly followUps: FollowUpStore;
  readonly people: PeopleStore;
  readonly now: () => Date;
  /** Long output can be pasted on a page; absent where there is none. */
  readonly pastePage?: true;
  /** A model may tell a verdict in words, behind it; absent where there is none. */
  readonly tells?: true;
}

/**
 * One thing the bot can be asked. The first dialog that reads a command in a turn answers it; what a dialog says is a
 * value, so that there is exactly one answer, and so that it can be sent again after a crash.
 */
export interface Definition<Command> {
  readonly name: string;
  /** It says itself what became of the files that came along; of the others that is said beside their answer. */
  readonly takesFiles?: true;
  /** What was said as a command; null where it is none of this dialog's. `said` is the text without courtesy. */
  readonly read: (said: Said, turn: Turn, tools: Pick<Tools, 'knowledge'>) => Command | null;
  readonly reply: (command: Command, turn: Turn, tools: Tools) => Answer | Promise<Answer>;
  /** The part of a message that is kept as a paste; all of it where a dialog does not say. */
  readonly paste?: (command: Command, text: string) => string;
  /** Whether the command says what was done to a case; no where a dialog does not say. */
  readonly means?: (command: Command, what: Deed['what']) => boolean;
}

/** A message as it was understood, once: its command stays with the dialog that read it. */
export interface Understood {
  /** Of the dialog that read it. */
  readonly name: string;
  readonly takesFiles: boolean;
  readonly paste: string;
  readonly means: (what: Deed['what']) => boolean;
  /** The turn may be another one than was read, with the same text: an edit that is taken as a new message. */
  readonly reply: (turn: Turn, tools: Tools) => Promise<Answer>;
}

export interface Dialog {
  readonly name: string;
  readonly read: (said: Said, turn: Turn, tools: Pick<Tools, 'knowledge'>) => Understood | null;
}

/** Ties what a dialog reads to how it answers that: outside of it nobody knows the command. */
export function defineDialog<Command>({ name, takesFiles, ...dialog }: Definition<Command>): Dialog {
  return {
    name,
    read: (said, turn, tools) => {
      const command = dialog.read(said, turn, tools);
      if (command === null) {
        return null;
      }
      const { text } = turn.message;
      return {
        name,
        takesFiles: takesFiles === true,
        paste: dialog.paste ? dialog.paste(command, text) : text,
        means: (what) => dialog.means?.(command, what) ?? false,
        reply: async (now, all) => dialog.reply(command, now, all),
      };
    },
  };
}

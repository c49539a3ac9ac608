import { plans, tellsCure, tellsNoCure, tellsRemoval } from './meanings.ts';

const CLAUSE = /[,;，；。]/;
/** "how do I fix this", "能解决吗": what is asked did not happen. */
const ASKED =
  /[?？]\W{0,3}$|^\W{0,3}(?:and |but |or )?(?:how|should|shall|can|could|would|will|does|do|is|are|what|why)\b/i;
const ASKED_UNSPACED =
  /[吗嗎]\W{0,3}$|怎么|怎麼|如何|[能会會要该該需是]不[能会會要该該需是]|是否|难道|難道|有没有可能|[うすまた]か\W{0,3}$|[까나]요?\W{0,3}$/;
const ASKED_ELSEWHERE =
  /^\W{0,3}(?:soll|sollte|kann|wie|hilft|faut-il|dois-je|comment|debo|cómo|devo|como|come|как|стоит ли|поможет ли)(?!\p{L})/iu;
/** "please help": help is what is wanted, not what it was. */
const CALL =
  /\b(?:please|pls|plz|any|some|need|for|your|appreciate|can (?:you|someone|anyone)) help\b|\bhelp (?:me|us|please|pls|plz|needed|wanted|appreciated)\b/gi;
const PLANNED =
  /\b(?:will|'ll|going to|wants? to|plan(?:s|ning)? to|try(?:ing)? to|should|could|would|can) (?:now |then |just )?(?:remove|uninstall|disable|delete|rename|roll)\b/i;

/** Something was taken away, and since then it works. */
export function tellsCured(text: string): boolean {
  return tellsRemoval(text) && tellsItsEnd(text);
}

/** What was done helped. */
export function tellsItsEnd(text: string): boolean {
  if (isPlanned(text) || !tellsCure(text) || tellsNoCure(text)) {
    return false;
  }
  const said = text.split(CLAUSE).filter((clause) => !isAsked(clause));
  return tellsCure(said.join(', ').replace(CALL, ' '));
}

/** What somebody is about to do, or should. */
export function isPlanned(text: string): boolean {
  return PLANNED.test(text) || plans(text);
}

/** A question, or one that is put in a sentence of its own. */
export function isAsked(clause: string): boolean {
  return ASKED.test(clause) || ASKED_UNSPACED.test(clause) || ASKED_ELSEWHERE.test(clause);
}

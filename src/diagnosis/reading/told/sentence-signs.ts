import { LONGEST_HEADING } from './kinds-of-text.ts';
import {
  isAddressed,
  isConditional,
  isGeneral,
  isRelease,
  isUnreal,
  showsCodeLabel,
  showsFileLabel,
  tellsAccount,
  tellsEvent,
  tellsMachine,
  tellsOtherMachine,
  tellsOwner,
  tellsTime,
} from './meanings.ts';
import type { StopNames } from './stop-names.ts';
import { SAID_WORD, SCREEN, STOP } from './stop-words.ts';
import { withoutNames } from './without-names.ts';

const SAID = new RegExp(SAID_WORD, 'i');
/** `SYSTEM_SERVICE_EXCEPTION (3b)`: so the debugger prints it; documentation writes `0x3B`. */
const HEADER = /^(?:[^:"]{0,30}: ?)?[\s#*>[\]-]{0,6}[A-Z][A-Z0-9]{2,30}(?:_[A-Z0-9]{1,30}){1,12} \([0-9a-f]{1,3}\)/;
/** "When unloading the driver the machine will bluescreen": what comes is of any machine, where nobody is said to have it. */
const TO_COME =
  /\b(?:the|a|an|any) (?:machine|system|computer|pc|host|os|kernel|vm|guest) (?:will|would|may|might|can|could) (?:then |also |always )?(?:blue ?screen|bsod|bug ?check|crash|stop|reboot)/i;
/** What an interrogative asks with is no sign of an owner: "how do I read". */
const ASKED = new RegExp(
  [
    "\\b(?:how|what|where|why|when|which) (?:do|does|can|should|would|could|am|is|are) (?:i|we|you|one)\\b|\\bcan (?:i|we|you|someone|anyone)\\b|\\bi(?:'d| would) like to\\b",
    '\\b(?:was|wie|wo|womit|woran) (?:kann|könnte|soll|sollte|muss) (?:ich|wir|man)\\b',
    '\\b(?:que|comment|où) (?:puis|dois|peut|pouvons|devons)-(?:je|nous|on)\\b|\\bque faire si (?:je|mon)\\b',
    '\\b(?:cosa|come) (?:posso|devo|possiamo|dobbiamo)\\b',
    'что (?:мне|нам) делать|как (?:мне|нам) ',
    '我(?:们|們)?(?:该|該|应该|應該|要|能)(?:怎么|怎麼|如何)',
    // The "we" of a maker, and of who explains.
    '我(?:们|們)(?:已经?|将|正在|会|將|會)(?:暂停|修复|发布|推送|调查|下架|通知|暫停|修復|發布)',
    "\\bwe(?:['’]ve| have| are)? (?:paused|pulled|investigating|released|rolling out|working on a fix)\\b",
    '\\bwir (?:arbeiten an|untersuchen|haben .{1,30}(?:gestoppt|pausiert|zurückgezogen))',
    '(?:帮助|幫助|让|讓|告诉|告訴|方便|便于|便於)我(?:们|們)|我(?:们|們)(?:就来|就來|来看|來看|先来|先來|将一起|通常|常说|常說)',
  ].join('|'),
  'gi',
);
/** Who is not sure whether somebody else has the same goes on to tell of his own machine. */
const UNSURE = /^(?:i'?m |i am )?(?:not sure|unsure|no idea|not certain|i (?:don'?t|do not) know)\b/i;
const SPELLED = /[A-Z]{3,30}_[A-Z]{2,30}/;
/** "I am not sure if it would produce a BSOD" tells of none. */
const HEDGED =
  /\b(?:not sure|unsure|doubt|(?:don['’]?t|do not) (?:know|think)|no idea) (?:if|whether|that) (?:it|this|that|they|these) (?:would|could|can|might|will)\b/i;
/** A name of a stop says "system", "died" or "machine" of none. */
const CONSTANT = /[A-Z0-9]{2,30}(?:_[A-Z0-9]{1,30}){1,12}/g;
/** So the screen prints the name of a stop; whoever writes about one takes the underscores of the documentation. */
const AS_ON_SCREEN = /(?<![\w-])[A-Z]{3,20}(?: [A-Z]{2,20}){2,8}(?![\w-])/;
/** The screen prints a file in parentheses behind the name. */
const WITH_FILE = /[A-Z0-9]{3,30}(?:_[A-Z0-9]{1,30}){1,12} ?\([\w-]{1,60}\.sys\)/i;
const HOW_OFTEN =
  '(?:[Rr]andom|[Cc]onstant|[Ff]requent|[Dd]aily|[Rr]ecurring|[Rr]epeated|[Ss]poradic|[Ii]ntermittent) ';
const ON_WHAT = '[Ww]in(?:dows)? ?\\d[\\w .]{0,20}[ :|–-]{1,3}';
const NUMBER_OR_KIND = '(?:\\(?0x[0-9A-Fa-f]{1,8}\\)? )?(?:BSODs? |errors? |crash(?:es)? )?';
const TIME = '(?:since|after|when|while|whenever|during|every|again|upon|on (?:boot|start|shut|wak|resum))';
const TITLE_WITH_TIME = new RegExp(
  `^(?:${HOW_OFTEN}|${ON_WHAT})?${SPELLED.source}[A-Z0-9_]{0,60} ${NUMBER_OR_KIND}${TIME}`,
);
/** `更新后 CRITICAL_PROCESS_DIED`, `服务器又 0x101 了`: in front of the stop what happened, behind it nothing more. */
const STOP_BEHIND_TIME = new RegExp(
  `(?:[后後就又时時]|每次|随机|隨機|復帰後に?|たびに|すると|중에?|후에?|때마다|하면) ?(?:会|會|报|報|出现|出現|弹出|提示)? ?(?:${SPELLED.source}[A-Z0-9_]{0,60}|0x[0-9a-fA-F]{1,8}) ?了?(?:[，,、!！]|$)`,
);
const CALLS = [
  'how (?:do|can|to|should|could) (?:i |we |one )?(?:fix|solve|resolve|troubleshoot|debug)',
  'wie (?:behebt|behebe|kann) (?:man|ich)',
  'comment (?:le )?(?:résoudre|corriger|réparer)',
  'cómo (?:solucionar|arreglar)(?:lo)?',
  'como (?:resolver|corrigir|arrumar)',
  'come (?:risolvere|risolvo)',
  'как (?:это )?исправить',
  'nasıl (?:çözülür|çözerim)',
  'jak (?:to )?naprawić',
  '(?:ai biết )?cách (?:sửa|khắc phục)',
  'cara mengatasi',
].join('|');
/** A call for help behind what happened: alone it is the heading of a guide. */
const CALL = new RegExp(`[\\s,;:.¿–-]{1,3}(?:${CALLS})(?: [^\\s.?!]{1,20}){0,4}[\\s.?!]{0,6}$`, 'i');
const FILE = /\w\.sys\b/i;
const FILE_ALONE = /^\W{0,3}[\w-]{1,60}\.sys\W{0,3}$/i;
/** So much of a sentence shows whether it begins with a condition. */
const BEGINNING = 16;

/** Somebody, or a machine, and what happened to it; or a screen, and when. */
export function isOwn(text: string, names: StopNames): boolean {
  const uncalled = text.replace(CALL, ' ');
  const said = unasked(withoutNames(uncalled, names).replace(CONSTANT, ' '));
  const isEvent = tellsEvent(said) || tellsTime(said);
  const isScreen = isOfScreen(said) || AS_ON_SCREEN.test(text) || WITH_FILE.test(text);
  if (!(isEvent || isScreen) || isExplaining(uncalled) || isSupposed(text) || HEDGED.test(text)) {
    return false;
  }
  if (tellsOwner(said)) {
    return true;
  }
  const isReaders = (isAddressed(said) && !SAID.test(text)) || isToCome(said);
  return !isReaders && (tellsMachine(said) || (isEvent && isScreen && !isRelease(text)));
}

function isOfScreen(said: string): boolean {
  return SCREEN().test(said) || showsCodeLabel(said) || showsFileLabel(said);
}

/** What the screen says is thought by nobody, even where it says what will be. */
export function isThought(text: string): boolean {
  return isUnreal(text) && !SAID.test(text);
}

/** `BSOD: DRIVER_IRQL_NOT_LESS_OR_EQUAL`, alone above what follows: a page of documentation has no word for the screen there. */
export function isTitle(text: string, names: StopNames): boolean {
  const bare = withoutNames(text, names).replace(CONSTANT, ' ');
  const rest = bare.replace(SCREEN(), ' ').replace(/\b(?:error|stop|code)\b|0x\w{1,8}/gi, ' ');
  return SCREEN().test(text) && bare !== text && !/\p{L}{2}/u.test(rest);
}

/**
 * `Random KMODE_EXCEPTION_NOT_HANDLED since last week`: a title that begins with the name and says when, no whole sentence.
 * Changes and guides begin with what was, or is to be, done.
 */
export function isTitleWithTime(text: string): boolean {
  return (TITLE_WITH_TIME.test(text) && !text.endsWith('.')) || STOP_BEHIND_TIME.test(text);
}

/** A header of the debugger begins the sentence. */
export function beginsWithHeader(text: string): boolean {
  return HEADER.test(text);
}

/** What the debugger prints above its analysis, alone. */
export function isHeader(text: string): boolean {
  return beginsWithHeader(text) && text.length <= LONGEST_HEADING && !isGeneral(text);
}

/** Who asks for help may say what he read. */
export function isExplaining(text: string): boolean {
  return isGeneral(text) && !tellsAccount(text);
}

/** It says what will be, of a machine of nobody. */
export function isToCome(text: string): boolean {
  return TO_COME.test(text) && !tellsOwner(text);
}

/** The screen itself says "you", too. */
export function isToReader(text: string): boolean {
  return isAddressed(text) && !SAID.test(text) && !tellsOwner(text);
}

/** It explains, supposes or speaks to a reader: what it says is of no machine of somebody. */
export function isOfAnybody(text: string): boolean {
  return isExplaining(text) || isThought(text) || isToReader(text);
}

/** It names a driver file. */
export function namesFile(text: string): boolean {
  return FILE.test(text);
}

/** A driver file, and marks around it. */
export function isFileAlone(text: string): boolean {
  return FILE_ALONE.test(text);
}

function isSupposed(text: string): boolean {
  return isConditional(text.slice(0, BEGINNING)) && !UNSURE.test(text) && !SAID.test(text);
}

/** The error of a thing that runs no Windows; a printer or a phone beside a machine is only what was used. */
export function isOfOther(text: string, names: StopNames): boolean {
  return (
    tellsOtherMachine(withoutNames(text, names)) &&
    !tellsMachine(text.replace(CONSTANT, ' ')) &&
    !STOP().test(text) &&
    !SPELLED.test(text)
  );
}

/** The sentence names an owner or a machine. */
export function isSomeones(text: string, names: StopNames): boolean {
  const said = unasked(withoutNames(text.replace(CALL, ' '), names).replace(CONSTANT, ' '));
  return tellsOwner(said) || tellsMachine(said);
}

/** Without the "I" and "you" of a question, which are no owner. */
export function unasked(text: string): string {
  return text.replace(ASKED, ' ');
}

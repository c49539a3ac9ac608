import { wordList } from '../../knowledge/word-list.ts';

// What each list is for, and what a word added to it does, stands at the top of its file.
export const tellsOwner = wordList('owners');
export const tellsSelf = wordList('selves');
export const tellsAccount = wordList('accounts');
export const tellsMachine = wordList('machines');
export const tellsOtherMachine = wordList('other-machines');
export const tellsEvent = wordList('events');

export const isGeneral = wordList('general');
export const isRelease = wordList('releases');
export const isConditional = wordList('conditions');
const isImagined = wordList('unreal');
export const isNotStopped = wordList('not-stopped');
export const tellsOften = wordList('often');
export const tellsTime = wordList('times');
export const isExam = wordList('exam');
export const isSale = wordList('sales');
export const isGuide = wordList('guides');
export const isArticle = wordList('articles');
export const isNews = wordList('news');
export const isExample = wordList('examples');
export const isForm = wordList('forms');
export const isAddressed = wordList('addressed');

export const isHexWord = wordList('hex-words');
export const showsCodeLabel = wordList('code-labels');
export const showsFileLabel = wordList('file-labels');

export const isStopColumn = wordList('column-stop');
export const isWhichColumn = wordList('column-which');
export const isDriverColumn = wordList('column-driver');

export const blames = wordList('blame');
export const tellsRemoval = wordList('removed');
export const tellsCure = wordList('cured');
export const tellsNoCure = wordList('not-cured');
export const clears = wordList('cleared');
export const plans = wordList('planned');
export const denies = wordList('denied');
export const isNoThing = wordList('no-things');
export const isProgramKind = wordList('program-kinds');
export const tellsElsewhere = wordList('elsewhere');

export function isUnreal(text: string): boolean {
  return isConditional(text) || isImagined(text);
}

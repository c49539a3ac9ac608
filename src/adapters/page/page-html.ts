import { LANGUAGE_TAG } from '../../language/language-of.ts';
import type { Language } from '../../language/text.ts';
import { PAGE_WORDS, type PageWord } from './page-words.ts';

export type Theme = 'default' | 'dark' | 'contrast';

export interface PageLook {
  readonly language: Language;
  /** What Teams is drawn in; null: what the browser prefers. */
  readonly theme: Theme | null;
  /** `here`: without a chat, on this machine. */
  readonly mode: 'here' | 'ticket';
}

/**
 * The page as it is before anything is pasted. No word of a user is in it: the browser's part puts those in as text. What
 * carries `data-text` is said anew where somebody changes the language.
 */
export function pageHtml({ language, theme, mode }: PageLook): string {
  const say = (word: PageWord) => escaped(PAGE_WORDS[word][language]);
  const told = (tag: string, word: PageWord, more = '') => `<${tag} data-text="${word}"${more}>${say(word)}</${tag}>`;
  const isHere = mode === 'here';
  return `<!doctype html>
<html lang="${LANGUAGE_TAG[language]}" data-mode="${mode}"${theme ? ` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stopcode – ${say(isHere ? 'titleHere' : 'title')}</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
${isHere ? '<script src="/page/adaptivecards.js" defer></script>\n' : ''}<script type="module" src="/page/page.js"></script>
</head>
<body>
<a class="skip" href="#text" data-text="skip">${say('skip')}</a>
<header>
<span class="name">Stopcode</span>
<nav>
<a id="in-browser" target="_blank" rel="noopener noreferrer" hidden data-text="inBrowser">${say('inBrowser')}</a>
<button id="language" type="button" class="quiet" data-text="otherLanguage" lang="${LANGUAGE_TAG[language === 'en' ? 'zh' : 'en']}">${say('otherLanguage')}</button>
</nav>
</header>
<main>
${told('h1', isHere ? 'titleHere' : 'title')}
<p id="lead">${isHere ? say('leadHere') : ''}</p>
${isHere ? talk(told, say) : ''}<p id="trouble" class="trouble" role="alert" hidden></p>
<form id="form">
${told('label', 'label', ' for="text"')}
${told('p', isHere ? 'hintHere' : 'hint', ' id="hint" class="hint"')}
<textarea id="text" aria-describedby="hint size" rows="${isHere ? 7 : 14}" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>
<section class="drop" aria-labelledby="files-title">
${told('h2', 'files', ' id="files-title"')}
<p>${told('span', 'drop')}
<button id="choose" type="button" class="quiet" data-text="choose">${say('choose')}</button>
<input id="picker" type="file" multiple hidden accept=".txt,.log,.zip,.md,.csv,.json,.xml,text/*"></p>
<ul id="files"></ul>
</section>
<p id="size" class="hint"></p>
<div class="progress"><progress id="progress" max="100" hidden></progress><span id="status" role="status"></span></div>
<section class="preview" aria-labelledby="preview-title" aria-live="polite">
${told('h2', 'preview', ' id="preview-title"')}
<div id="preview"></div>
</section>
<p class="buttons">
<button id="send" type="submit" class="primary" data-text="${isHere ? 'triage' : 'send'}" disabled>${say(isHere ? 'triage' : 'send')}</button>
<button id="clear" type="button" data-text="clear">${say('clear')}</button>
</p>
</form>
${isHere ? '' : outcome(told)}</main>
</body>
</html>
`;
}

type Told = (tag: string, word: PageWord, more?: string) => string;

/** What was said here, oldest first; the page fills it in. */
function talk(told: Told, say: (word: PageWord) => string): string {
  return `<section id="talk" aria-labelledby="talk-title" hidden>
<div class="title">${told('h2', 'talk', ' id="talk-title"')}
<button id="forget" type="button" class="quiet" data-text="forget">${say('forget')}</button></div>
<div id="sayings"></div>
<p id="working" role="status"></p>
</section>
`;
}

/** That it was sent. */
function outcome(told: Told): string {
  return `<section id="outcome" tabindex="-1" aria-labelledby="outcome-title" hidden>
${told('h2', 'answer', ' id="outcome-title"')}
<div id="answer"></div>
</section>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

// @ts-check

/** Teams answers its dialogs within moments; elsewhere nobody does. */
const PATIENCE_MS = 3_000;

const SDK = '/page/teams-sdk.js';

/** The library of Teams, once it is there. @type {typeof import('@microsoft/teams-js') | null} */
let teams = null;
let isDialog = false;

/** Takes the theme of Teams, now and when it changes, where the page is a dialog of it. */
export async function joinTeams() {
  if (window.parent === window) {
    return;
  }
  try {
    teams = await loadTeams();
    await inTime(teams.app.initialize());
    const context = await inTime(teams.app.getContext());
    isDialog = true;
    show(context.app.theme);
    teams.app.registerOnThemeChangeHandler(show);
  } catch {
    // Framed by something else than Teams: a page all the same.
  }
}

/**
 * As a plain script: it is no module. It wants to fetch a list of hosts from where its makers serve it, which our policy forbids;
 * it brings the same list along.
 * @returns {Promise<typeof import('@microsoft/teams-js')>}
 */
function loadTeams() {
  const script = document.createElement('script');
  script.src = SDK;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(/** @type {any} */ (globalThis).microsoftTeams);
    script.onerror = reject;
    document.head.append(script);
  });
}

/** Closes the dialog; in a browser the page stays. */
export function closeDialog() {
  if (isDialog) {
    teams?.dialog.url.submit();
  }
}

/** @param {string | undefined} theme `default`, `dark` or `contrast` */
function show(theme) {
  if (theme) {
    document.documentElement.dataset.theme = theme;
  }
}

/**
 * @template T
 * @param {Promise<T>} answered
 * @returns {Promise<T>}
 */
function inTime(answered) {
  return Promise.race([
    answered,
    /** @type {Promise<never>} */ (
      new Promise((_, reject) => {
        setTimeout(() => reject(new Error('nobody answers')), PATIENCE_MS);
      })
    ),
  ]);
}

// @ts-check

/** Teams answers its dialogs within moments; elsewhere nobody does. */
const PATIENCE_MS = 3_000;

const { microsoftTeams: teams } = /** @type {{ microsoftTeams?: typeof import('@microsoft/teams-js') }} */ (
  /** @type {unknown} */ (globalThis)
);
let isDialog = false;

/** Takes the theme of Teams, now and when it changes, where the page is a dialog of it. */
export async function joinTeams() {
  if (window.parent === window || !teams) {
    return;
  }
  try {
    await inTime(teams.app.initialize());
    const context = await inTime(teams.app.getContext());
    isDialog = true;
    show(context.app.theme);
    teams.app.registerOnThemeChangeHandler(show);
  } catch {
    // Framed by something else than Teams: a page all the same.
  }
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

// @ts-check

/** Why a request was not answered as asked: a word of the page. */
export class Problem extends Error {
  /** @param {string} word */
  constructor(word) {
    super(word);
    this.word = word;
  }
}

/** The leave to paste stands behind `#`, which no server and no log is told. */
export const TICKET = location.hash.slice(1);

/** @typedef {(percent: number | null) => void} Progress How much is sent; null: all of it, the answer is awaited. */

/**
 * @param {string} path
 * @param {Blob | string} body
 * @param {string} type
 * @param {Progress} progress
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function post(path, body, type, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', type);
    if (TICKET !== '') {
      request.setRequestHeader('Authorization', `Bearer ${TICKET}`);
    }
    request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded / Math.max(1, total)) * 100));
    request.upload.onload = () => progress(null);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 200 && answer) {
        resolve(answer);
      } else {
        reject(new Problem(answer?.problem ?? 'failed'));
      }
    };
    // A server that refuses what is still being sent ends the connection: the ticket may tell why.
    request.onerror = () => ticket().then(() => reject(new Problem('failed')), reject);
    request.onabort = () => reject(new Problem('aborted'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** @param {string} path @returns {Promise<any>} */
export async function get(path) {
  const answer = await fetch(path);
  const body = parsed(await answer.text());
  if (!answer.ok || !body) {
    throw new Problem('failed');
  }
  return body;
}

/** For whom this page is and how long it is good; rejects where it is not. @returns {Promise<any>} */
export async function ticket() {
  const headers = TICKET === '' ? {} : { Authorization: `Bearer ${TICKET}` };
  const answer = await fetch('/page/ticket', { headers }).catch(() => null);
  if (answer === null) {
    throw new Problem('failed');
  }
  const body = parsed(await answer.text());
  if (answer.status !== 200 || !body) {
    throw new Problem(body?.problem ?? 'failed');
  }
  return body;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

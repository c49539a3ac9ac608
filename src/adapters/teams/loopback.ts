const NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host name is this machine's own, as `URL.hostname` writes it: nobody else can own one of these names. */
export function isLoopbackName(host: string): boolean {
  return NAMES.includes(host);
}

/**
 * Whether an address is one of the programs on this machine that the settings let the bot call. A port of its own for
 * each, because databases and consoles that trust everything on this machine listen on others.
 */
export function isLocalService(url: URL, ports: readonly number[]): boolean {
  if (!isLoopbackName(url.hostname) || url.username || url.password) {
    return false;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return false;
  }
  return ports.includes(Number(url.port || (url.protocol === 'https:' ? 443 : 80)));
}

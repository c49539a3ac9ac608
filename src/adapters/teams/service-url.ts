import { isLocalService } from './loopback.ts';

/**
 * Hosts of the Bot Connector that Teams names in `serviceUrl`, by cloud: public, GCC, GCC High, DoD
 * (endpoints listed in the Microsoft 365 Agents SDK and the Teams proactive-message documentation), and 21Vianet.
 * Exact names: anybody can own another name below trafficmanager.net.
 */
const CONNECTOR_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  'msteams.botframework.azure.cn',
];

/**
 * Says whether the bot may send to this address: it is chosen by whoever posts to us, and our token goes with it.
 * `more` are further host names from the settings. Without authentication only programs of this machine are allowed, on
 * `localPorts`.
 */
export function serviceUrlGuard(
  authentication: 'on' | 'off',
  more: readonly string[],
  localPorts: readonly number[],
): (url: string) => boolean {
  if (authentication === 'off') {
    return (url) => {
      const parsed = parse(url);
      return parsed !== null && isLocalService(parsed, localPorts);
    };
  }
  const hosts = new Set([...CONNECTOR_HOSTS, ...more]);
  return (url) => {
    const parsed = parse(url);
    if (parsed?.protocol !== 'https:' || parsed.username || parsed.password) {
      return false;
    }
    return hosts.has(parsed.hostname) && parsed.port === '';
  };
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

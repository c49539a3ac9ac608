import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isLocalService } from './loopback.ts';

/**
 * Hosts that Teams' download links point to (OneDrive and SharePoint of the commercial cloud). Other clouds are named in
 * STOPCODE_FILE_HOSTS. Wider names (trafficmanager.net, blob.core.windows.net) are left out: anybody may own one there.
 */
const FILE_HOSTS = ['sharepoint.com'];

/** All of IPv6 that is given out as public addresses (IANA "IPv6 Global Unicast Address Assignments"). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** A public address by its number only: from inside Azure it is the host of the virtual machine (Azure documentation). */
const AZURE_HOST = '168.63.129.16';

export type Fetchable = (url: URL) => boolean;

/** Which links may be fetched. Without authentication the chat is on this machine, and so are its files. */
export function fileUrlGuard(
  authentication: 'on' | 'off',
  more: readonly string[],
  localPorts: readonly number[],
): Fetchable {
  const hosts = [...FILE_HOSTS, ...more];
  return (url) => {
    if (authentication === 'off' && isLocalService(url, localPorts)) {
      return true;
    }
    if (url.protocol !== 'https:' || url.port !== '' || url.username || url.password) {
      return false;
    }
    return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  };
}

/**
 * Whether an address that a name resolved to is a public one: neither private nor set aside for anything, also not by
 * way of an IPv4 address inside it (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) {
    return false;
  }
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || parsed.toString() === AZURE_HOST) {
    return false;
  }
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

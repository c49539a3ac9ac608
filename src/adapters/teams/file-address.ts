import { BlockList, isIP } from 'node:net';

/**
 * Hosts that Teams' download links point to (OneDrive and SharePoint of the commercial cloud). Other clouds are named in
 * STOPCODE_FILE_HOSTS. Wider names (trafficmanager.net, blob.core.windows.net) are left out: anybody may own one there.
 */
const FILE_HOSTS = ['sharepoint.com'];

/** Addresses that are not of the public Internet (IANA special-purpose registries), where a link must never lead. */
const PRIVATE = blockList();

export type Fetchable = (url: URL) => boolean;

/** Which links may be fetched. Without authentication the chat is on this machine, and so are its files. */
export function fileUrlGuard(authentication: 'on' | 'off', more: readonly string[]): Fetchable {
  const hosts = [...FILE_HOSTS, ...more];
  return (url) => {
    if (authentication === 'off' && isLoopbackName(url.hostname)) return url.protocol.startsWith('http');
    if (url.protocol !== 'https:' || url.port !== '' || url.username || url.password) return false;
    return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  };
}

export function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

/** Whether an address that a name resolved to is a public one. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function blockList(): BlockList {
  const list = new BlockList();
  const v4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'];
  const more = ['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'];
  for (const net of [...v4, ...more, '224.0.0.0/4', '240.0.0.0/4']) add(list, net, 'ipv4');
  // `::ffff:10.0.0.1` is checked by the IPv4 rules.
  for (const net of ['::/96', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8', '2001:db8::/32']) {
    add(list, net, 'ipv6');
  }
  return list;
}

function add(list: BlockList, net: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits = ''] = net.split('/');
  list.addSubnet(address, Number(bits), family);
}

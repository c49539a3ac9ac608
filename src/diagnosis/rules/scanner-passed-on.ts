import { isBelowScanner, isOnFilePath } from '../knowledge/images.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { poolOwners } from '../views/pool-owner.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { BEHIND_WINDOWS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const scannerPassedOn: Rule = {
  name: 'scanner-passed-on',
  why: {
    en: 'An anti-virus opens and reads files to scan them: it is at the start of many stacks that fail in the driver it asked.',
    zh: '杀毒软件为了扫描会打开并读取文件：许多在下层驱动中出错的调用堆栈都由它发起。',
  },
  unless: {
    en: 'It handed down a broken request or buffer.',
    zh: '它向下传递的请求或缓冲区本身就是错的。',
  },
  weight: 'moderate',
  family: 'code',
  leaves: BEHIND_WINDOWS,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const frames = crashWalk(look)?.frames ?? [];
  const owners = poolOwners(look).map(({ image }) => image);
  const at = frames.findIndex(({ role }) => role?.driver?.kind === 'anti-virus');
  const scanner = frames[at];
  const asked = frames.slice(0, Math.max(at, 0)).find((frame) => isAsked(frame));
  // The drivers of one product call one another, and on a network's stack nobody asks for a file.
  if (!scanner?.role || !asked || !frames.some(isOfFile) || owners.includes(scanner.role.image)) {
    return [];
  }
  const { image } = scanner.role;
  return [
    {
      suspect: image,
      for: false,
      lines: [scanner.frame.lines, asked.frame.lines],
      text: {
        en: `${image} (anti-virus) only asked for a file here: between it and the fault runs ${frameName(asked.frame)}, which worked on the request.`,
        zh: `${image}（杀毒软件）在这里只是请求文件：它与出错点之间运行的是处理该请求的 ${frameName(asked.frame)}。`,
      },
    },
  ];
}

function isOfFile({ role }: WalkedFrame): boolean {
  return role !== null && (isOnFilePath(role.image) || isBelowScanner(role.image));
}

/** A file system or another vendor's driver that had the request in its hands after the scanner. */
function isAsked({ role }: WalkedFrame): boolean {
  return role !== null && (role.role === 'third-party' || isBelowScanner(role.image));
}

import { lazy } from './lazy.ts';
import { nameList, readNames } from './name-list.ts';

// Lists of images for which the table of drivers has no word. What each is for stands at the top of its file.

/** By image in lower case (`ndis.sys`). */
export const isFramework = nameList('images/frameworks.txt');
export const isMeetingPlace = nameList('images/meeting-places.txt');
export const isBus = nameList('images/buses.txt');

export const isOnNetworkPath = nameList('images/network-path.txt');
export const isNetworkExtension = nameList('images/network-extensions.txt');
export const isOnFilePath = nameList('images/file-path.txt');
export const isBelowScanner = nameList('images/below-scanner.txt');

export const isFileSystem = nameList('images/file-systems.txt');
export const isVirtualAdapter = nameList('images/virtual-adapters.txt');
export const isGuestAdapter = nameList('images/guest-adapters.txt');
export const isHardwareDriver = nameList('images/hardware-drivers.txt');

/** By the debugger's name in lower case (`ndis`): the list itself, for all of them are asked for. */
export const alwaysLoaded = lazy(() => readNames('images/always-loaded.txt'));

const isListedShared = nameList('images/shared.txt');
const isGuestStem = nameList('images/guest-drivers.txt', { anyCase: true });
/** By module name, in whatever case. */
export const isSystemProgram = nameList('images/system-programs.txt', { anyCase: true });
/** By module name: what such a program is made of, besides itself. */
export const isSystemProgramLibrary = nameList('images/system-program-libraries.txt', { anyCase: true });
const isNoImageStem = nameList('images/no-image.txt');

/** What works on the data of others, frameworks included; by image in lower case. */
export function isShared(image: string): boolean {
  return isListedShared(image) || isFramework(image);
}

/** By image or module name, in whatever case. */
export function isGuestDriver(name: string): boolean {
  return isGuestStem(name.replace(/\.sys$/i, ''));
}

/** What stands in place of an image where !analyze found none; in lower case. */
export function isNoImage(name: string): boolean {
  return isNoImageStem(name) || isNoImageStem(name.replace(/\.\w{1,30}$/, ''));
}

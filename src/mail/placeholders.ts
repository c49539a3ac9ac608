import type { Language } from '../language/text.ts';

/** What stands in commands for the reader to fill in, in Chinese. The name of a driver is kept. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/<ComponentID of (?<name>[^<>]{1,100})>/g, '<$<name> 的 ComponentID>'],
  [/<adapter of the VPN>/g, '<VPN 的网络适配器>'],
  [/<instance id of the device>/g, '<设备的实例 ID>'],
  [/<start type noted before>/g, '<之前记下的启动类型>'],
  [/<address>/g, '<地址>'],
  [/<path to the \.inf of (?<name>[^<>]{1,100})>/g, '<$<name> 的 .inf 文件路径>'],
];

/** A command as readers of that language can fill it in. */
export function inLanguage(command: string, language: Language): string {
  if (language === 'en') {
    return command;
  }
  return CHINESE.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), command);
}

import type { Language } from '../language/text.ts';

/** What stands in commands for the reader to fill in, in Chinese. The name of a driver is kept. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/<ComponentID>/g, '<ComponentID 列的值>'],
  [/<ServiceName>/g, '<服务名>'],
  [/<FilterName>/g, '<筛选器名称>'],
  [/<InstanceId>/g, '<设备实例 ID>'],
  [/<VendorId>/g, '<厂商 ID>'],
  [/<DeviceId>/g, '<设备 ID>'],
  [/<Name>/g, '<Name 列的值>'],
  [/<StartMode>/g, '<之前记下的启动类型>'],
  [/<InfName>/g, '<InfName 列的值>'],
  [/<CrashDumpEnabled>/g, '<之前记下的 CrashDumpEnabled 值>'],
  [/<CurrentAC>/g, '<之前记下的设置值>'],
  [/<address>/g, '<地址>'],
];

/** A command as readers of that language can fill it in. */
export function inLanguage(command: string, language: Language): string {
  if (language === 'en') {
    return command;
  }
  return CHINESE.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), command);
}

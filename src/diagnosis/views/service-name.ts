/** `\Driver\AcmeFlt` → `acmeflt`: the service name, which usually is the image's. */
export function serviceName(object: string): string {
  return object.slice(object.lastIndexOf('\\') + 1).toLowerCase();
}

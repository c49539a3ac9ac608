import { z } from 'zod';

/** Shapes of settings that are compared as text with what others send, brought to the one form in which those write them. */

export const List = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

/** An id in any form that Windows and Azure show a GUID in (`{…}`, `(…)`, capitals, no hyphens), as Teams writes it. */
export const Id = z.string().transform(plainId);
export const Ids = List.transform((ids) => ids.map(plainId));

/** Host names, also where whole addresses were given. */
export const Hosts = List.transform((hosts, context) =>
  hosts.map((host) => {
    const name = hostName(host);
    if (name !== null) {
      return name;
    }
    const message = 'must be host names with commas between them, without a port';
    context.issues.push({ code: 'custom', input: host, message });
    return z.NEVER;
  }),
);

/** The address of a server, as browsers compare it: Teams opens nothing but https. */
export const Origin = z.string().transform((text, context) => {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url?.protocol === 'https:' && url.pathname === '/' && !url.search && !url.hash && !url.username) {
    return url.origin;
  }
  const message = 'must be an address such as https://bot.example.com, without a path';
  context.issues.push({ code: 'custom', input: text, message });
  return z.NEVER;
});

/** Where a model is asked: nobody in between reads it, or it is this machine. */
export const ModelAddress = z.string().transform((text, context) => {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const isHere = url?.protocol === 'http:' && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === 'https:' || isHere) && !url.username && !url.search && !url.hash) {
    return text.trim();
  }
  const message = 'must be an https address such as https://name.openai.azure.com/openai/v1/, or one of this machine';
  context.issues.push({ code: 'custom', input: text, message });
  return z.NEVER;
});

/** Tokens of a day, per place and in all. */
export const TokenLimits = z
  .string()
  .trim()
  .regex(/^\d{1,12} ?, ?\d{1,12}$/, 'must be two numbers with a comma between them: tokens a day per place, and in all')
  .transform((text) => {
    const [perPlace = 0, inAll = 0] = text.split(',').map(Number);
    return { perPlace, inAll };
  })
  .refine(
    ({ perPlace, inAll }) => perPlace <= inAll,
    'must not give one place more (per place) than all together (in all)',
  );

export const Ports = List.transform((ports, context) =>
  ports.map((port) => {
    if (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536) {
      return Number(port);
    }
    context.issues.push({ code: 'custom', input: port, message: 'must be port numbers with commas between them' });
    return z.NEVER;
  }),
);

/** A number as people write one: not `1e3`, not a space. */
export function whole(least: number, most: number) {
  const message = `must be a number from ${least} to ${most}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
}

function plainId(text: string): string {
  const hex = text.replace(/[{}()\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(hex)) {
    return text.trim().toLowerCase();
  }
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function isGuid(text: string): boolean {
  return z.guid().safeParse(text).success;
}

function hostName(text: string): string | null {
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) {
    return null;
  }
  const { hostname, port } = new URL(address);
  return port === '' && /^[a-z0-9.-]+$/.test(hostname) ? hostname : null;
}

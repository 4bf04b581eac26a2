import type { Detector } from '#lambdas/runtime/redact/detector.ts';
import { isMachine } from '#lambdas/runtime/redact/is-machine.ts';

/** Kinds whose values keep their number: `[E-MAIL 1]` is the same address in all of a case. */
export const NUMBERED = ['E-MAIL', 'ARN', 'ACCOUNT', 'IP'];

export const EMAILS: Detector[] = [
  {
    mark: 'E-MAIL',
    // What follows it after an underscore is the rest of the name of a file.
    pattern:
      /(?<![\w.+%-])[\w.+%'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}(?![A-Za-z0-9@-])/dg,
    accept: (address, match) => !isMachine(address, match),
  },
  {
    mark: 'E-MAIL',
    pattern:
      /(?<![\w.+%-])[\w.+%-]{1,64}\s?[[(]at[\])]\s?[A-Za-z0-9-]{1,63}(?:(?:\s?[[(]dot[\])]\s?|\.)[A-Za-z0-9-]{1,63}){1,5}/dgi,
  },
];

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

/** What names a machine or an account. */
export const MACHINES_AND_ACCOUNTS: Detector[] = [
  {
    mark: 'ARN',
    pattern: /arn:aws[\w-]{0,20}:[\w-]{1,60}:[\w-]{0,30}:(?:\d{12})?:[^\s"'<>,;()\]}`\uE000]{1,1000}/dg,
  },
  { mark: 'ACCOUNT', pattern: /(?<![\w.-])(?:\d{12}|\d{4}-\d{4}-\d{4})(?![\w-]|\.\d)/dg },
  { mark: 'IP', pattern: new RegExp(String.raw`(?<![\w.-])${OCTET}(?:\.${OCTET}){3}(?![\w-]|\.\d)`, 'dg') },
  {
    mark: 'IP',
    pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\w:])/dgi,
    accept: isIpv6,
  },
];

/** Not a time of the day: `12:30:59`. */
function isIpv6(text: string): boolean {
  return text.includes('::') ? /[a-f\d]/i.test(text) : text.split(':').length === 8;
}

/** Gives each value of a numbered kind its number, after those that the texts have already. */
export function numberValues(texts: string[]): (kind: string, value: string) => string {
  const numbers = new Map<string, number>();
  const last = new Map<string, number>();
  for (const [, kind = '', number] of texts.join('\n').matchAll(/\[(E-MAIL|IP|ACCOUNT|ARN) (\d{1,9})\]/g))
    last.set(kind, Math.max(last.get(kind) ?? 0, Number(number)));
  return (kind, value) => {
    const key = `${kind} ${kind === 'ACCOUNT' ? value.replaceAll('-', '') : value.toLowerCase()}`;
    const number = numbers.get(key) ?? (last.get(kind) ?? 0) + 1;
    if (!numbers.has(key)) last.set(kind, number);
    numbers.set(key, number);
    return `[${kind} ${number}]`;
  };
}

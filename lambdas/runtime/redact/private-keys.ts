import type { Detector } from '#lambdas/runtime/redact/detector.ts';

/** Keys in files of their own: PEM of all kinds, PGP, PuTTY, age. What was cut off at its end goes to where it stops. */
export const PRIVATE_KEYS: Detector[] = [
  {
    mark: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-\uE000]|-(?!----)){0,20000}(?:-----END [A-Z0-9 ]{0,40}(?:-----)?)?/dg,
  },
  {
    mark: 'private key',
    pattern: /PuTTY-User-Key-File-\d:[^\uE000]{0,6000}?Private-MAC: ?[0-9a-f]{16,}/dg,
  },
  { mark: 'private key', pattern: /Private-Lines: ?\d+(?:\s+[A-Za-z0-9+/=]{16,})+/dg },
  { mark: 'private key', pattern: /AGE-SECRET-KEY-1[A-Z0-9]{20,}/dgi, wraps: true },
  // The beginning of a key in OpenSSH's form or PKCS#8, without its armour.
  {
    mark: 'private key',
    pattern:
      /(?<![A-Za-z0-9+/])(?:b3BlbnNzaC1rZXktdjE|MII[A-J][A-Za-z0-9+/]{2}IBADAN|MII[A-J][A-Za-z0-9+/]{2}IBAAK)[A-Za-z0-9+/=\s]{40,}/dg,
  },
];

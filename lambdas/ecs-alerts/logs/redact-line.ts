import { oneLine } from '#lambdas/runtime/one-line.ts';

/** What looks like a secret, and what of it stays. Rather a word too many than a key in a chat. */
const SECRETS: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]+-----.*/gs, '[key]'],
  [/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\b/g, '[access key]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [secret]'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi, '$1[secret]@'],
  [/\bhttps:\/\/hooks\.\S+/gi, '[webhook]'],
  [/\b(?:xox[a-z]|gh[pousr]|glpat|sk|pk|rk|whsec)[-_][\w-]{8,}/gi, '[token]'],
  [
    /("?(?:name|key)"?\s*[:=]\s*"?[\w-]*(?:pass|pwd|secret|token|key|credential)[\w-]*"?\s*,\s*"?value"?\s*[:=]\s*)(?:"[^"]*"?|'[^']*'?|[^\s,;}]+)/gi,
    '$1[secret]',
  ],
  [
    /((?:pass(?:word|wd|phrase)?|pwd|secret|token|key|credential|authorization|cookie|session)[\w-]*["']?\s*(?:=>|[:=]|is)\s*)(?:"[^"]*"?|'[^']*'?|[^\s,;&]+)/gi,
    '$1[secret]',
  ],
  [/([?&](?:x-amz-(?:signature|security-token|credential)|sig|signature|key|code)=)[^&\s]+/gi, '$1[secret]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[e-mail]'],
  [/\b(?=[A-Za-z0-9+/_-]*\d)(?=[A-Za-z0-9+/_-]*[A-Za-z])[A-Za-z0-9+/_-]{32,}={0,2}/g, '[long value]'],
];

/** A line of a log that may be shown: without what looks like a secret, on one line, cut after that. */
export function redactLine(text: string, length: number): string {
  const redacted = SECRETS.reduce((line, [pattern, kept]) => line.replaceAll(pattern, kept), text);
  return oneLine(redacted, length);
}

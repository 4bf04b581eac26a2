import type { Detector } from '#lambdas/runtime/redact/detector.ts';
import {
  isPlaceholder,
  isProse,
  namesSecret,
  PASSWORD_LABEL,
  TOKEN_LABEL,
} from '#lambdas/runtime/redact/labels.ts';
import { looksRandom } from '#lambdas/runtime/redact/looks-random.ts';
import { withoutPunctuation } from '#lambdas/runtime/redact/without-punctuation.ts';

const AROUND = String.raw`["'\x60*_)\]]{0,4}`;
const OPEN = String.raw`["'\x60*_「『【(\[]{0,4}`;
/** Up to the quote that closes, or a word; a word ends before Japanese. */
const VALUE = String.raw`(?:(?<=")(?<q2>[^"\n\uE000]{1,400})(?=")|(?<=')(?<q1>[^'\n\uE000]{1,400})(?=')|(?<=\x60)(?<q3>[^\x60\n\uE000]{1,400})(?=\x60)|(?<=[「『【])(?<q4>[^」』】\n\uE000]{1,400})(?=[」』】])|(?<word>[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x5f\x61-\x7e]{1,4000}))`;

function labelled(label: string, between: string, value: string): RegExp {
  return new RegExp(`(?<label>(?:${label})[\\w.-]{0,30})${between}(?<secret>${value})`, 'dgi');
}

const ASSIGNED = String.raw`${AROUND}\s{0,4}(?:\((?:[^()\n\uE000]{0,20})\)\s{0,2})?${AROUND}(?:=>|:=|==|[:=])${AROUND}\s{0,4}${OPEN}`;
const SAID = String.raw`${AROUND}(?:\s{1,3}(?:is|was|are|to)\s{1,3}(?:now\s|:\s?)?|\s{0,2}(?:は|が|には)、?\s{0,3})${OPEN}`;

function isQuoted(match: RegExpExecArray): boolean {
  return match.groups?.['word'] === undefined;
}

/** With what stands before it: `NextToken`. */
function wholeLabel({ input, index, groups }: RegExpExecArray): string {
  const before = /[\w-]*$/.exec(input.slice(Math.max(0, index - 24), index))?.[0] ?? '';
  return before + (groups?.['label'] ?? '');
}

function isAssigned(secret: string, match: RegExpExecArray): boolean {
  return namesSecret(wholeLabel(match)) && !isPlaceholder(secret) && secret.length > 2;
}

/** `token: bearer` is a word, not a token. */
function isToken(secret: string, match: RegExpExecArray): boolean {
  return (
    isAssigned(secret, match) &&
    secret.length >= 6 &&
    (/\d/.test(secret) || /[^\w.-]/.test(secret) || secret.length >= 20)
  );
}

function isSaid(secret: string, match: RegExpExecArray): boolean {
  const word = withoutPunctuation(secret);
  return isAssigned(word, match) && word.length >= 4 && (isQuoted(match) || !isProse(word));
}

/** Secrets that a label announces, in a file, a command line or a sentence. */
export const LABELLED_SECRETS: Detector[] = [
  { mark: 'password', pattern: labelled(PASSWORD_LABEL, ASSIGNED, VALUE), accept: isAssigned },
  { mark: 'password', pattern: labelled(PASSWORD_LABEL, SAID, VALUE), accept: isSaid },
  { mark: 'token', pattern: labelled(TOKEN_LABEL, ASSIGNED, VALUE), accept: isToken },
  {
    mark: 'token',
    pattern: labelled(TOKEN_LABEL, SAID, VALUE),
    accept: (secret, match) => isSaid(secret, match) && isToken(secret, match),
  },
  {
    mark: 'password',
    pattern:
      /(?:pass-?phrase|パスフレーズ)["'`*]{0,3}\s{0,3}[:=]\s{0,3}(?<secret>[^\s\uE000][^\n\uE000]{3,200})/dgi,
  },
  {
    mark: 'password',
    pattern:
      /(?:^|\s)(?:--?(?:[\w-]{0,30}password|pass|passwd|passphrase|psk|secret|token|api-?key|auth-token)[ =]["']?)(?<secret>[^\s"'\uE000]{3,})/dgi,
    accept: (secret) => !isPlaceholder(secret) && !secret.startsWith('-'),
  },
  {
    mark: 'password',
    pattern:
      /(?:sshpass\s+-p\s*|(?:docker|podman|helm|oras|buildah)\s[^\n\uE000]{0,120}?\s(?:-p|--password)\s+|mysql(?:dump)?\s[^\n\uE000]{0,120}?\s-p)["']?(?<secret>[^\s"'\uE000]{3,})/dgi,
  },
  {
    mark: 'password',
    pattern:
      /<(?<label>[\w:-]{0,30}(?:password|passwd|pwd|secret|token|api-?key)[\w-]{0,20})>(?<secret>[^<\n\uE000]{3,400})<\//dgi,
    accept: isAssigned,
  },
  {
    mark: 'password',
    pattern:
      /(?:ConvertTo-SecureString|PSCredential)\s(?:-String\s)?["'](?<secret>[^"'\n\uE000]{3,200})["']/dgi,
  },
  // Any other key: only what cannot be the key of a record.
  {
    mark: 'token',
    pattern:
      /(?<label>[a-z]{2,30}[_-](?:key|auth))["']?\s{0,3}[:=]\s{0,3}["']?(?<secret>[\w+/-]{24,200}={0,2})(?![\w:/])/dgi,
    accept: (secret, match) => isToken(secret, match) && looksRandom(secret),
  },
];

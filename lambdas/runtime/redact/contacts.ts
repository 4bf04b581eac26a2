import type { Detector } from '#lambdas/runtime/redact/detector.ts';

const SEP = String.raw`[ .()-]{1,2}`;

/** Phones and cards; a number of digits that is an account, a time or an id stays. */
export const CONTACTS: Detector[] = [
  {
    mark: 'card number',
    pattern: /(?<![\w.-])(?:\d[ -]?){12,18}\d(?![\w-])/dg,
    accept: isCard,
  },
  {
    mark: 'phone number',
    pattern: /(?<![\w+.])\+(?:\d[ ().-]{0,2}){8,14}\d(?![\w])/dg,
    accept: (text) => !text.startsWith('+0'),
  },
  {
    mark: 'phone number',
    pattern: new RegExp(
      String.raw`(?<![\w.:/+-])(?:1${SEP})?\(?[2-9]\d{2}\)?${SEP}[2-9]\d{2}[ .-]\d{4}(?![\w-])`,
      'dg',
    ),
  },
  {
    mark: 'phone number',
    pattern: /(?<![\w.:/-])\(?0\d{1,4}\)?[ ()-]{1,2}\d{1,4}[ )-]{1,2}\d{3,4}(?![\w-])/dg,
    accept: isJapanesePhone,
  },
  { mark: 'phone number', pattern: /(?<![\w.:/-])0[5789]0\d{8}(?![\w-])/dg },
  {
    mark: 'phone number',
    pattern:
      /(?:電話(?:番号)?|TEL|Tel|tel|phone|Phone|携帯|FAX|内線)["']?\s{0,3}[:.は=]?\s{0,3}(?<secret>\+?\d[\d ()-]{7,16}\d)(?!\w)/dg,
  },
];

function isJapanesePhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length === 10 || digits.length === 11;
}

function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  if (!/^(?:4|5[1-5]|2[2-7]|3[4-7]|35|30|6)/.test(digits) || ![13, 14, 15, 16, 19].includes(digits.length))
    return false;
  // Ids of fifteen digits and more are cases and hosts; of the fifteen, cards begin with 34 or 37.
  if (digits.length === 15 && !/^3[47]/.test(digits)) return false;
  if (digits.length === 13) return false;
  let sum = 0;
  for (const [index, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0 && new Set(digits).size > 1;
}

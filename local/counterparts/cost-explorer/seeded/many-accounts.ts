import type { SeededAccount } from './seeded-account.ts';

/** Names that spreadsheets, CSV and chats may trip over; two of them are the same. */
const HOSTILE_NAMES = [
  'platform',
  'platform',
  "=cmd|'/C calc'!A0",
  '＝SUM(A1:A9)',
  '+49 30 5550100',
  '-minus',
  '@everyone',
  '\ttab first',
  'comma, and "quotes"',
  'two\nlines',
  'ünïcode 部門 🧾',
  '<b>bold</b> & <!channel>',
];
const HOSTILE_TAGS = ['web', '=1+1', 'a$b', 'one, two', '', '"quoted"', 'ＡＢＣ', 'x'.repeat(256)];

/** So many accounts: ids with leading zeros, names that are hostile or the same, tags alike. */
export function manyAccounts(count: number): SeededAccount[] {
  return Array.from({ length: count }, (_, index) => {
    const team = HOSTILE_TAGS[index % HOSTILE_TAGS.length] ?? '';
    return {
      id: String(index * 7919 + 1).padStart(12, '0'),
      name: HOSTILE_NAMES[index] ?? `account-${index}`,
      tags: { ...(team ? { team } : {}), cost$center: `cc-${index % 5}`, stage: index % 3 ? 'prod' : 'dev' },
    };
  });
}

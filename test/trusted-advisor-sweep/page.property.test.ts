import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADVISOR_ACCOUNTS, ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aFlaggedItem, aSaving } from '#test/trusted-advisor-sweep/a-flagged-item.ts';
import { aPublication, BANK, SHOP } from '#test/trusted-advisor-sweep/a-publication.ts';

/** Amounts as AWS writes them, and what they are in units of 10⁻¹⁰. */
const amount = fc
  .tuple(fc.nat({ max: 9_999_999 }), fc.nat({ max: 9_999 }), fc.constantFrom('$', 'USD ', ''))
  .map(([whole, fraction, sign]) => ({
    text: `${sign}${whole.toLocaleString('en-US')}.${String(fraction).padStart(4, '0')}`,
    tenThousandths: BigInt(whole) * 10_000n + BigInt(fraction),
  }));

test('savings are summed exactly: as whole numbers would be, in each account, on the day and in the rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(amount, { maxLength: 30 }),
      fc.array(amount, { maxLength: 30 }),
      async (one, other) => {
        const day = aPublication();
        const itemsOf = (amounts: typeof one) =>
          amounts.map(({ text }, index) => aSaving(text, { key: String(index) }));
        await day.publish({ items: { [SHOP]: itemsOf(one), [BANK]: itemsOf(other) } });
        const sumOf = (amounts: typeof one) =>
          amounts.reduce((sum, { tenThousandths }) => sum + tenThousandths, 0n) * 1_000_000n;
        const accounts = new Map((await day.rows(ADVISOR_ACCOUNTS)).map((row) => [row['account_id'], row]));
        const savings = (id: string) => parseDecimal(String(accounts.get(id)?.['monthly_savings']));
        const rows = (await day.rows(ADVISOR_ITEMS)).map((row) =>
          parseDecimal(String(row['monthly_savings'])),
        );

        expect(savings(SHOP)).toBe(sumOf(one));
        expect(savings(BANK)).toBe(sumOf(other));
        expect(rows.reduce((sum, each) => sum + each, 0n)).toBe(sumOf([...one, ...other]));
        const cents = (sumOf([...one, ...other]) + 50_000_000n) / 100_000_000n;
        const dollars = `$${(cents / 100n).toLocaleString('en-US')}.${String(cents % 100n).padStart(2, '0')}`;
        const isShown = sumOf([...one, ...other]) === 0n || cents > 0n;
        if (isShown)
          expect(await day.file(ADVISOR_ITEMS, 'html')).toContain(`<dd class="amount">${dollars}</dd>`);
      },
    ),
    { numRuns: 60 },
  );
});

const stranger = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '<script>',
    '</td></tr></table>',
    '"><img src=x>',
    "' onload='",
    '&lt;',
    '</bdi>',
    '<!--',
    ']]>',
  ),
);

test('whatever strangers write, the page has as many tags as with plain words: no text leaves its cell', async () => {
  const tagsOf = async (text: string) => {
    const day = aPublication();
    await day.publish({
      accounts: [{ id: SHOP, name: text, ou: text, owner: text, tags: {} }],
      items: {
        [SHOP]: [
          aFlaggedItem({
            check: { id: text, name: text, category: `x${text}` },
            item: { region: text, fields: { 'Bucket Name': text, [text]: text } },
          }),
          aSaving('1', { check: { id: text, name: text, category: `x${text}` } }),
          aFlaggedItem({
            key: 'l',
            item: {
              fields: { Service: text, 'Limit Name': text, 'Limit Amount': '5', 'Current Usage': '4' },
            },
          }),
        ],
      },
    });
    const html = (await day.file(ADVISOR_ITEMS, 'html')).replace(/<(style|script)>.*?<\/\1>/gs, '');
    return html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/ .*/s, ''));
  };
  const plain = await tagsOf('word');

  expect(plain?.length).toBeGreaterThan(100);
  await fc.assert(
    fc.asyncProperty(stranger, async (text) => {
      expect(await tagsOf(text)).toEqual(plain);
    }),
    { numRuns: 100 },
  );
});

/** The columns that say what a month would save, the most exact first: AWS has no one name for it. */
const LABELS = [
  'Estimated Monthly Savings',
  'Estimated Savings with Recommendation (monthly)',
  'Estimated Monthly Savings (On Demand)',
];
const AMOUNT = /^(?:USD|US\$|\$)?\s*(\d[\d,]*(?:\.\d+)?)(?:\s*USD)?$/;
const CURRENCY = 'Estimated Monthly Savings Currency';

/**
 * What an item would save in a month, in US dollars as exact as AWS wrote it (`1234.5`); undefined where no column says
 * so, or in another currency, which must not be added to dollars.
 */
export function savingsOf(fields: Record<string, string>): string | undefined {
  if ((fields[CURRENCY] ?? 'USD') !== 'USD') return undefined;
  for (const label of LABELS) {
    const amount = AMOUNT.exec(fields[label] ?? '')?.[1];
    if (amount) return amount.replaceAll(',', '');
  }
  return undefined;
}

/** How much of a service limit is used. `percent`: whole, rounded down, so that 99.9 is not shown as the end. */
export type LimitUse = { service: string; limit: string; used: string; amount: string; percent: number };

const NUMBER = /^\d+(\.\d+)?$/;

/** Reads the columns of a service limit; undefined where one is missing or is no number, or the limit is 0. */
export function limitUseOf(fields: Record<string, string>): LimitUse | undefined {
  const { Service: service, 'Limit Name': limit, 'Limit Amount': amount, 'Current Usage': used } = fields;
  if (!service || !limit || !amount || !used) return undefined;
  const [whole, part] = [numberOf(amount), numberOf(used)];
  if (whole === undefined || part === undefined || whole === 0) return undefined;
  return { service, limit, used, amount, percent: Math.floor((part * 100) / whole) };
}

/** AWS writes `1,000` and `1000`, and in some columns words. */
function numberOf(text: string): number | undefined {
  const digits = text.replaceAll(',', '').trim();
  return NUMBER.test(digits) ? Number(digits) : undefined;
}

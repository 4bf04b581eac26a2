/** An amount in units of 10⁻⁷ dollars, for what and as which kind of charge. */
export type Cost = { key: string; recordType: string; amount: bigint };

const RECORD_TYPES = ['Usage', 'Tax', 'SavingsPlanCoveredUsage', 'Credit', 'Refund'];
const NEGATIVE = ['Credit', 'Refund'];
/** Every account has the first two, and one of the others. */
const OF_ALL = 2;
const TYPES_AN_ACCOUNT = OF_ALL + 1;

export const accountId = (index: number) => String(100_000_000_000 + index * 7919);
const serviceName = (index: number) => `Amazon Service ${index + 1}`;
const regionName = (index: number) => `region-${index + 1}`;

/** The costs of a month by account: three kinds of charges each, the same whenever they are made. */
export function costsByAccount(month: number, accounts: number): Cost[] {
  const next = numbers(month + 1);
  return Array.from({ length: accounts * TYPES_AN_ACCOUNT }, (_, index) => {
    const account = Math.floor(index / TYPES_AN_ACCOUNT);
    const type = index % TYPES_AN_ACCOUNT;
    const further = type < OF_ALL ? 0 : account % (RECORD_TYPES.length - OF_ALL);
    const recordType = RECORD_TYPES[type + further] ?? '';
    const amount = (BigInt(next()) * BigInt(next())) >> 27n;
    return { key: accountId(account), recordType, amount: NEGATIVE.includes(recordType) ? -amount : amount };
  });
}

export const costsByService = (costs: readonly Cost[], services: number) =>
  splitAnew(
    costs,
    Array.from({ length: services }, (_, index) => serviceName(index)),
  );
export const costsByRegion = (costs: readonly Cost[], regions: number) =>
  splitAnew(
    costs,
    Array.from({ length: regions }, (_, index) => regionName(index)),
  );

/** The same money by other keys: each kind of charge comes to the same sum. */
function splitAnew(costs: readonly Cost[], keys: readonly string[]): Cost[] {
  const weights = keys.map((_, index) => BigInt(index * index + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  return RECORD_TYPES.flatMap((recordType) => {
    const own = costs.filter((cost) => cost.recordType === recordType);
    const sum = own.reduce((total, { amount }) => total + amount, 0n);
    const parts = weights.map((weight) => (sum * weight) / whole);
    const rest = sum - parts.reduce((total, part) => total + part, 0n);
    return keys.map((key, index) => ({
      key,
      recordType,
      amount: (parts[index] ?? 0n) + (index === 0 ? rest : 0n),
    }));
  });
}

/** A linear congruential generator: numbers below 2³². */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
}

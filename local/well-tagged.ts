import * as z from 'zod/mini';
import type { Estate } from '#local/estate.ts';
import { functionSettings } from '#local/template/function-settings.ts';

/** Of a function's settings, what a policy of required tags looks like. */
const Policy = z.object({
  version: z.string(),
  types: z.array(z.string()),
  tags: z.array(
    z.object({
      key: z.string(),
      values: z.optional(z.array(z.string())),
      pattern: z.optional(z.string()),
    }),
  ),
});

const USUAL = { CostCenter: 'CC-1001', Environment: 'prod', Owner: 'payments' };
/** What people give as values; a pattern takes the first that fits. */
const VALUES = ['payments', 'CC-1001', 'prod', 'payments@example.com', '1001', 'A1', 'true'];

/** Tags with which nothing violates the policy that the functions of an estate hold to; the sample's where they have none. */
export function wellTagged({ functions }: Pick<Estate, 'functions'>): Record<string, string> {
  const settings = functions.flatMap(({ codeDirectory }) => Object.values(functionSettings(codeDirectory)));
  const policy = settings.map((value) => Policy.safeParse(value)).find(({ success }) => success)?.data;
  if (!policy) return USUAL;
  return Object.fromEntries(
    policy.tags.map(({ key, values = VALUES, pattern = '.*' }) => {
      const isGood = (value: string) => new RegExp(`^(?:${pattern})$`, 'su').test(value);
      const value = values.find(isGood);
      if (value === undefined) throw new Error(`No value at hand fits the pattern of ${key}: ${pattern}`);
      return [key, value];
    }),
  );
}

import type { Check } from '#bin/commands/doctor/check.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import type { Finding, Observed } from '#bin/commands/doctor/finding.ts';
import { toFinding } from '#bin/commands/doctor/unseen.ts';

/** Asks check by check. One that cannot be asked is a finding, and the next one is asked. */
export async function runChecks(checks: Check[], context: Context): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    for (const finding of await observe(check, context)) findings.push({ check: check.name, ...finding });
  }
  return findings;
}

async function observe(check: Check, context: Context): Promise<Observed[]> {
  const observed: Observed[] = [];
  try {
    const reason = await check.skip?.(context);
    if (reason !== undefined) return [{ verdict: 'skipped', text: reason }];
    for await (const finding of await check.run(context)) observed.push(finding);
    if (observed.length === 0) observed.push({ verdict: 'skipped', text: 'There is nothing to look at' });
  } catch (error) {
    observed.push(toFinding(error));
  }
  return observed;
}

import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Compliance } from '#local/config-rules/compliance.ts';
import { complianceEvent } from '#local/config-rules/compliance-event.ts';
import type { ConfigRule } from '#local/estate.ts';

const VERDICTS: Compliance[] = ['COMPLIANT', 'NON_COMPLIANT', 'NOT_APPLICABLE'];
const RESOURCE = { type: 'AWS::S3::Bucket', id: 'receipts' };

/** Every verdict after every other and after none, of a rule, of the same in a conformance pack, and of another one. */
export function evaluationEvents(rule: ConfigRule): BusEvent[] {
  const rules = [rule.name, `${rule.name}-conformance-pack-ab12cd34e`, `another-${rule.name}`].map(
    (name) => ({
      ...rule,
      name,
    }),
  );
  const evaluationOf = (compliance: Compliance) => ({ compliance, capturedAt: 0, invokedAt: 0 });
  return rules.flatMap((one) =>
    VERDICTS.flatMap((now) =>
      [undefined, ...VERDICTS].map((before) =>
        complianceEvent(one, RESOURCE, evaluationOf(now), before && evaluationOf(before)),
      ),
    ),
  );
}

import type { BusEvent } from '#local/bus/bus-event.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import type { ConfigRule } from '#local/estate.ts';
import type { Compliance } from './compliance.ts';
import { complianceEvent, type Evaluation } from './compliance-event.ts';
import type { Verdict } from './judge.ts';

/** The last verdict of each rule on each resource. */
export class Evaluations {
  readonly #last = new Map<ConfigRule, Map<WorldResource, Evaluation>>();

  /** Remembers a verdict; gives the event that tells of it if it is the first one, or another one than before. */
  note({ rule, resource, compliance, capturedAt }: Verdict, now: number): BusEvent | undefined {
    const ofRule = this.#last.get(rule) ?? new Map<WorldResource, Evaluation>();
    this.#last.set(rule, ofRule);
    const before = ofRule.get(resource);
    const evaluation = { compliance, capturedAt, invokedAt: now };
    if (compliance === 'NOT_APPLICABLE') {
      ofRule.delete(resource);
      return before && complianceEvent(rule, resource, evaluation, before);
    }
    ofRule.set(resource, evaluation);
    if (before?.compliance === compliance) return undefined;
    return complianceEvent(rule, resource, evaluation, before);
  }

  /** What the rules that look at a resource found last: a violation, if one of them did; nothing, if none has looked. */
  of(resource: WorldResource): Compliance | undefined {
    const found = [...this.#last.values()].flatMap((ofRule) => ofRule.get(resource)?.compliance ?? []);
    return found.includes('NON_COMPLIANT') ? 'NON_COMPLIANT' : found[0];
  }
}

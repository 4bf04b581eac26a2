import { type ConfigItem, configItem } from '#local/counterparts/organization/config-item.ts';
import type { Recorder } from '#local/counterparts/organization/world.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import type { ConfigRule } from '#local/estate.ts';
import type { Compliance } from './compliance.ts';
import { configurationItem } from './configuration-item.ts';
import { guardVerdicts } from './guard-verdicts.ts';
import { requiredTagsVerdict } from './required-tags.ts';

export type Question = { rule: ConfigRule; resource: WorldResource; recorder: Recorder };
export type Verdict = Pick<Question, 'rule' | 'resource'> & {
  compliance: Compliance;
  /** When what was looked at was captured. */
  capturedAt: number;
};

type Asked = Question & { item: ConfigItem; policy: string };

/**
 * What rules say of resources; of one that is deleted, that they do not apply any more. What cannot be judged has
 * no verdict, and is told as a problem.
 */
export async function judge(
  questions: Question[],
  guard: string | undefined,
  onProblem: (problem: string) => void,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const asked: Asked[] = [];
  for (const question of questions) {
    const { rule, resource, recorder } = question;
    const { check } = rule;
    const item = configItem(resource, recorder);
    if (item && check.kind === 'guard') asked.push({ ...question, item, policy: check.policy });
    else if (item && check.kind === 'required-tags')
      verdicts.push(toVerdict({ ...question, item }, requiredTagsVerdict(check.parameters, item)));
    else verdicts.push({ rule, resource, compliance: 'NOT_APPLICABLE', capturedAt: resource.changedAt });
  }
  for (const [policy, ofPolicy] of Map.groupBy(asked, (each) => each.policy)) {
    const names = [...new Set(ofPolicy.map(({ rule }) => rule.name))].join(', ');
    if (!guard) {
      onProblem(`There is no cfn-guard for this machine: nothing is evaluated by ${names}`);
      continue;
    }
    const items = ofPolicy.map(({ item }) => configurationItem(item));
    try {
      const found = await guardVerdicts(guard, policy, items);
      verdicts.push(...ofPolicy.map((each, index) => toVerdict(each, found[index] ?? 'NOT_APPLICABLE')));
    } catch (error) {
      onProblem(`${names} cannot be evaluated: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return verdicts;
}

function toVerdict(
  { rule, resource, item }: Question & { item: ConfigItem },
  compliance: Compliance,
): Verdict {
  return { rule, resource, compliance, capturedAt: item.changedAt };
}

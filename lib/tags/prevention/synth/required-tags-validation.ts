import {
  type CfnResource,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolatingResource,
  Stack,
} from 'aws-cdk-lib';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { describeViolation } from '#lib/tags/prevention/synth/describe-violation.ts';
import { judgeConstruct } from '#lib/tags/prevention/synth/judge-construct.ts';
import { ruleNameOf } from '#lib/tags/prevention/synth/rule-name-of.ts';
import type { SynthOptions } from '#lib/tags/prevention/synth/synth-options.ts';

type Violation = PolicyValidationPluginReport['violations'][number];
type Found = Omit<Violation, 'violatingResources'> & { violatingResources: PolicyViolatingResource[] };

/** Judges the finished templates of an app: synth fails, with a report of what lacks which tag and what to write. */
export class RequiredTagsValidation implements IPolicyValidationPlugin {
  readonly name = 'Required Tags';
  readonly ruleIds: string[];
  readonly #policy: TagPolicy;
  readonly #level: NonNullable<SynthOptions['level']>;

  constructor(policy: TagPolicy, { level = 'error' }: SynthOptions = {}) {
    this.ruleIds = policy.tags.map(({ key }) => ruleNameOf(key));
    this.#policy = policy;
    this.#level = level;
  }

  validate({ appConstruct, stackTemplates }: IPolicyValidationContext): PolicyValidationPluginReport {
    const stacks = new Set(stackTemplates.map(({ stackConstructPath }) => stackConstructPath));
    const found = new Map<string, Found>();
    for (const node of appConstruct.node.findAll()) {
      const violations = judgeConstruct(this.#policy, node);
      // The app is whole, even where the plugin was added to one stage of it.
      if (violations.length === 0 || !stacks.has(outermostStack(node as CfnResource).node.path)) continue;
      for (const violation of violations) {
        const { what, mend } = describeViolation(this.#policy, violation);
        const one = found.get(what) ?? {
          ruleName: ruleNameOf(violation.key),
          description: what,
          fix: mend,
          // Where anything is acknowledged, the CDK counts as failed only what says that it is an error.
          severity: this.#level,
          violatingResources: [],
        };
        one.violatingResources.push({ constructPath: node.node.path, locations: ['Properties/Tags'] });
        found.set(what, one);
      }
    }
    const violations = [...found.values()];
    return { success: this.#level === 'warning' || violations.length === 0, violations };
  }
}

function outermostStack(resource: CfnResource): Stack {
  let stack = Stack.of(resource);
  while (stack.nestedStackParent) stack = stack.nestedStackParent;
  return stack;
}

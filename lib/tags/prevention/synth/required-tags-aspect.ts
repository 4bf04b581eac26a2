import { type IAspect, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { describeViolation } from '#lib/tags/prevention/synth/describe-violation.ts';
import { judgeConstruct } from '#lib/tags/prevention/synth/judge-construct.ts';
import { ruleNameOf } from '#lib/tags/prevention/synth/rule-name-of.ts';
import type { SynthOptions } from '#lib/tags/prevention/synth/synth-options.ts';

/** Marks each construct of an app that would be made without its required tags, with what to write. */
export class RequiredTagsAspect implements IAspect {
  readonly #policy: TagPolicy;
  readonly #level: SynthOptions['level'];

  constructor(policy: TagPolicy, { level = 'error' }: SynthOptions = {}) {
    this.#policy = policy;
    this.#level = level;
  }

  visit(node: IConstruct): void {
    for (const violation of judgeConstruct(this.#policy, node)) {
      const { what, mend } = describeViolation(this.#policy, violation);
      const id = `Required-Tags::${ruleNameOf(violation.key)}`;
      const text = `${what} Write ${mend}`;
      if (this.#level === 'error') Validations.of(node).addError(id, text);
      else Validations.of(node).addWarning(id, text);
    }
  }
}

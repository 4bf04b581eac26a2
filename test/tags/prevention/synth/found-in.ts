import { type App, Validations } from 'aws-cdk-lib';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { RequiredTagsValidation } from '#lib/tags/prevention/synth/required-tags-validation.ts';

/** What the validation of a policy finds in an app when it is synthesized: `path: what is wrong`. */
export function foundIn(app: App, policy: TagPolicy): string[] {
  const validation = new RequiredTagsValidation(policy, { level: 'warning' });
  const found: string[] = [];
  Validations.of(app).addPlugins({
    name: validation.name,
    validate(context) {
      const { violations } = validation.validate(context);
      for (const { description, violatingResources } of violations) {
        const problem = description.split('.')[0] ?? '';
        found.push(...violatingResources.map(({ constructPath }) => `${constructPath}: ${problem}`));
      }
      return { success: true, violations: [] };
    },
  });
  app.synth();
  return found;
}

import { z } from 'zod';
import type { Issue } from '#lib/check-names.ts';

/** What is compared here, as far as it can be read: of the rest the schema of the settings tells. */
const Readable = z
  .object({
    hub: z.unknown().optional(),
    organization: z.unknown().optional(),
    tags: z
      .object({
        rules: z.string().default('guard'),
        targets: z.array(z.string()).optional().catch(undefined),
        graceDays: z.number().default(0).catch(0),
        coverage: z.boolean().default(true).catch(true),
      })
      .optional()
      .catch(undefined),
  })
  .catch({});

/** What the block of required tags needs of the others. */
export function checkTags(settings: unknown): Issue[] {
  const { hub, organization, tags } = Readable.parse(settings);
  if (!tags) return [];
  const issues: Issue[] = [];
  if (hub === undefined) {
    const message = 'is missing: Config rules, and the role that looks at tags, must be told where to be';
    issues.push({ path: ['hub'], message });
  }
  if (tags.rules === 'none' && !tags.coverage) {
    const message =
      'needs coverage: with no rules and no daily count nothing checks tags. Take "coverage: false" out, or this field, or the whole block "tags"';
    issues.push({ path: ['tags', 'rules'], message });
  }
  if (tags.graceDays > 0 && !tags.coverage) {
    const message =
      'needs coverage: its daily count tells what is over its grace. Take "coverage: false" out, or this field';
    issues.push({ path: ['tags', 'graceDays'], message });
  }
  if (organization === undefined && tags.targets) {
    const message = 'needs an organization: a lone account has its Config rules without this field';
    issues.push({ path: ['tags', 'targets'], message });
  }
  for (const [index, target] of tags.targets?.entries() ?? []) {
    if (tags.targets?.indexOf(target) === index) continue;
    issues.push({ path: ['tags', 'targets', index], message: `"${target}" is named twice: take one out` });
  }
  return issues;
}

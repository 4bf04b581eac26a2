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
  if (hub === undefined && tags.rules !== 'none') {
    issues.push({ path: ['hub'], message: 'is missing: Config rules must be told in which Regions to be' });
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

import { z } from 'zod';
import type { Issue } from '#lib/check-names.ts';

/** What is compared here, as far as it can be read: of the rest the schema of the settings tells. */
const Readable = z
  .object({
    hub: z.unknown().optional(),
    trustedAdvisor: z
      .object({
        mutes: z
          .array(z.object({ id: z.string().optional() }).catch({}))
          .default([])
          .catch([]),
      })
      .optional()
      .catch(undefined),
  })
  .catch({});

/** What the block of Trusted Advisor needs of the others. */
export function checkAdvisor(settings: unknown): Issue[] {
  const { hub, trustedAdvisor } = Readable.parse(settings);
  if (!trustedAdvisor) return [];
  const issues: Issue[] = [];
  if (hub === undefined) {
    const message =
      'is missing: Trusted Advisor speaks in one Region of a partition, and the role that reads it must know the hub';
    issues.push({ path: ['hub'], message });
  }
  const ids = trustedAdvisor.mutes.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) continue;
    const message = `"${id}" is at trustedAdvisor.mutes.${first} already: make one of the two`;
    issues.push({ path: ['trustedAdvisor', 'mutes', index, 'id'], message });
  }
  return issues;
}

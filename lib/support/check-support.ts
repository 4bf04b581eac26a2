import { z } from 'zod';
import type { Issue } from '#lib/check-names.ts';
import { checkAnswers } from '#lib/support/check-answers.ts';
import { checkHooks } from '#lib/support/check-hooks.ts';

/** What is compared here, as far as it can be read: of the rest the schema of the settings tells. */
const Readable = z.object({ hub: z.unknown().optional(), support: z.unknown().optional() }).catch({});

/** What the block of support cases needs of the others. */
export function checkSupport(settings: unknown): Issue[] {
  const { hub, support } = Readable.parse(settings);
  if (support === undefined || hub !== undefined) {
    return [...checkAnswers(settings), ...checkHooks(settings)];
  }
  const message =
    'is missing: AWS Support speaks in one Region of a partition, and the role that reads cases must know the hub';
  return [{ path: ['hub'], message }];
}

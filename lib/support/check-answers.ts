import { z } from 'zod';
import type { Issue } from '#lib/check-names.ts';

/** What is compared here, as far as it can be read. */
const Readable = z.object({
  organization: z.object({ writerTargets: z.array(z.unknown()).default([]) }).optional(),
  support: z.object({
    trackers: z.record(z.string(), z.object({ kind: z.string() })).default({}),
    answers: z.object({ actors: z.record(z.string(), z.unknown()) }),
  }),
});

/** What answers need: trackers that can be read, and accounts that let themselves be answered in. */
export function checkAnswers(settings: unknown): Issue[] {
  const { data } = Readable.safeParse(settings);
  if (!data) return [];
  const { organization, support } = data;
  const { trackers, answers } = support;
  const issues: Issue[] = Object.keys(answers.actors)
    .filter((name) => !(Object.hasOwn(trackers, name) && trackers[name]?.kind === 'github'))
    .map((name) => ({
      path: ['support', 'answers', 'actors', name],
      message: 'is no tracker of support.trackers whose comments can be read, such as one of the kind github',
    }));
  if (organization && organization.writerTargets.length === 0) {
    const message =
      'is empty: support.answers needs the organizational units whose accounts let Reeve answer their cases';
    issues.push({ path: ['organization', 'writerTargets'], message });
  }
  return issues;
}

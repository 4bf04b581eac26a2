import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { MemberPart } from '#lib/members/member-parts.ts';
import type { Settings } from '#lib/settings.ts';
import { MemberStack } from '#lib/stacks/member-stack.ts';

/** A StackSet takes 51,200 bytes inline; what is larger would need a bucket that every member may read. */
export const TEMPLATE_LIMIT_BYTES = 50_000;

/** The template of a part of the members, as the StackSets carry it inline. */
export function memberTemplate(settings: Settings, part: MemberPart, hubStack: string): string {
  const outdir = mkdtempSync(join(tmpdir(), 'reeve-members-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
      // Past what the CLI gives, by which the text, and so every account, would change with its options.
      postCliContext: {
        'aws:cdk:disable-metadata-stack': true,
        'aws:cdk:enable-path-metadata': false,
        '@aws-cdk/aws-iam:minimizePolicies': true,
      },
    });
    const stack = new MemberStack(app, `Member-${part}`, { settings, part, hubStack });
    const text = JSON.stringify(app.synth().getStackArtifact(stack.artifactId).template);
    refuseLong(text, part);
    return text;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

export function refuseLong(template: string, part: MemberPart): void {
  const bytes = Buffer.byteLength(template);
  if (bytes <= TEMPLATE_LIMIT_BYTES) return;
  const wayOut =
    part === 'rules'
      ? 'take resource types out of tags.types in reeve.config.ts, or values and types out of tags.required'
      : 'switch a capability off in reeve.config.ts, or take entries out of the lists that its rules are made of';
  throw new Error(
    `The member template "${part}" has ${bytes} bytes, and ${TEMPLATE_LIMIT_BYTES} is what a StackSet can carry: ${wayOut}`,
  );
}

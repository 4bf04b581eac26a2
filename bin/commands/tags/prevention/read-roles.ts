import { UsageError } from '#bin/commands/command-line/errors.ts';

/** Names of roles, with their paths, as ARNs of them end: letters of IAM, and `*`. */
export function readRoles(given: string[]): string[] {
  for (const role of given) {
    if (role.startsWith('arn:') || role.startsWith('/')) {
      throw new UsageError(
        `--exempt-role ${role}: write what follows "role/" in its ARN, such as ci/terraform-*.`,
      );
    }
    if (/^[*/]*$/.test(role))
      throw new UsageError('--exempt-role must name a role: * alone would exempt everybody.');
    if (!/^[\w+=,.@*/-]+$/.test(role))
      throw new UsageError(`--exempt-role ${role}: no role has such a name.`);
  }
  return given;
}

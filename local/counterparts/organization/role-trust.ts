import type { PolicyStatement, Role } from '#local/estate.ts';
import type { MayAssume } from './security-token.ts';

type Conditions = Record<string, Record<string, string | string[]>>;

/**
 * Trust as the roles of the templates give it. It knows what these use: an account as principal, under
 * conditions of equality; an operator or a key that it does not know is an error, never a yes.
 */
export function roleTrust(roles: Role[], organizationId: string): MayAssume {
  const byArn = new Map(roles.map((role) => [role.arn, role]));
  return (identity, roleArn, externalId) => {
    const context: Record<string, string | undefined> = {
      'aws:PrincipalArn': identity.arn,
      'aws:PrincipalOrgID': organizationId || undefined,
      'sts:ExternalId': externalId,
    };
    const statements = byArn.get(roleArn)?.trust.Statement ?? [];
    return statements.some(
      (statement) =>
        statement.Effect === 'Allow' &&
        admitsAccount(statement, identity.accountId) &&
        isMet((statement['Condition'] ?? {}) as Conditions, context),
    );
  };
}

function admitsAccount({ Principal }: PolicyStatement, accountId: string): boolean {
  const { AWS: principals = [] } = (Principal ?? {}) as { AWS?: string | string[] };
  return [principals].flat().some((arn) => arn.endsWith(`:iam::${accountId}:root`));
}

function isMet(conditions: Conditions, context: Record<string, string | undefined>): boolean {
  return Object.entries(conditions).every(([operator, keys]) => {
    if (operator !== 'StringEquals') throw new Error(`The operator ${operator} of a trust is not emulated`);
    return Object.entries(keys).every(([key, values]) => {
      if (!(key in context)) throw new Error(`The condition key ${key} of a trust is not emulated`);
      const value = context[key];
      return value !== undefined && [values].flat().includes(value);
    });
  });
}

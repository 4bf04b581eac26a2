/** Of a managed policy, without white space. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const POLICY_CHARACTERS = 6_144;

export type CaseArns = { stack: string; table: string; bucket: string };
type Statement = {
  Sid: string;
  Effect: 'Allow';
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};
export type PolicyDocument = { Version: '2012-10-17'; Statement: Statement[] };

/**
 * Policies that let people read the cases of some accounts with the command line, and of no other; `all`: of every account.
 * Of many accounts they are several, each of which a managed policy can hold, and all of which are needed. Threads as AWS has
 * them are in a bucket that none of them names.
 */
export function casePolicies(accounts: readonly string[] | 'all', arns: CaseArns): PolicyDocument[] {
  if (accounts === 'all') return [policyOf('all', arns)];
  const policies: PolicyDocument[] = [];
  let some: string[] = [];
  for (const account of accounts) {
    if (some.length > 0 && sizeOf(policyOf([...some, account], arns)) > POLICY_CHARACTERS) {
      policies.push(policyOf(some, arns));
      some = [];
    }
    some.push(account);
  }
  return [...policies, policyOf(some, arns)];
}

export function sizeOf(policy: PolicyDocument): number {
  return JSON.stringify(policy).length;
}

function policyOf(accounts: readonly string[] | 'all', { stack, table, bucket }: CaseArns): PolicyDocument {
  const allow = (Sid: string, Action: string | string[], Resource: string | string[]): Statement => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource,
  });
  const rows = ['dynamodb:GetItem', 'dynamodb:Query'];
  const isAll = accounts === 'all';
  return {
    Version: '2012-10-17',
    Statement: [
      allow('FindReeve', 'cloudformation:DescribeStacks', stack),
      isAll
        ? allow('ReadRows', [...rows, 'dynamodb:Scan'], table)
        : {
            ...allow('ReadRows', rows, table),
            Condition: {
              'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [...accounts] },
              // Else a request that names no key would fit as well.
              Null: { 'dynamodb:LeadingKeys': 'false' },
            },
          },
      allow(
        'ReadThreads',
        's3:GetObject',
        isAll ? `${bucket}/redacted/*` : accounts.map((account) => `${bucket}/redacted/${account}/*`),
      ),
      allow('WriteAudit', 's3:PutObject', `${bucket}/audit/*`),
    ],
  };
}

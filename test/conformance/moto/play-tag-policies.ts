import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  DescribePolicyCommand,
  EnablePolicyTypeCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  OrganizationsClient,
  type OrganizationsClientConfig,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import { CREATE_ACTIONS } from '#lib/tags/prevention/create-actions.ts';
import { toServiceControlPolicies } from '#lib/tags/prevention/to-service-control-policies.ts';
import { toTagPolicyDocument } from '#lib/tags/prevention/to-tag-policy-document.ts';
import { CREDENTIALS } from '#test/conformance/moto/moto-member.ts';
import type { MotoOrganization } from '#test/conformance/moto/moto-organization.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';

type Made = { name: string; document: object; type: PolicyType };

/** Policies of every type that we know a call of: moto's Organization takes them, and its IAM reads their documents. */
export async function playTagPolicies(
  client: OrganizationsClientConfig & { endpoint: string },
  { unit }: MotoOrganization,
  tally: Tally,
): Promise<void> {
  const tags = [aTag({ pattern: '[a-z]+' }), aTag({ key: 'Stage', values: ['prod', '${aws:x}'] })];
  const policy = aPolicy({ tags, types: CREATE_ACTIONS.map(({ type }) => type) });
  const scps = toServiceControlPolicies(policy);
  const made: Made[] = [
    ...scps.map((one) => ({ ...one, type: 'SERVICE_CONTROL_POLICY' as const })),
    { name: 'reeve-required-tags', ...toTagPolicyDocument(policy, { enforced: true }), type: 'TAG_POLICY' },
  ];
  const problems = await attachAll(new OrganizationsClient(client), unit, made);
  report(`moto: a unit takes ${scps.length} service control policies and a tag policy`, problems, tally);

  const faults = await Promise.all(
    scps.map(({ name, document }) => faultOf(client.endpoint, name, document)),
  );
  const [first] = scps;
  const broken = {
    ...first?.document,
    Statement: [{ ...first?.document.Statement[0], Condition: { Nul: { 'aws:RequestTag/Owner': 'true' } } }],
  };
  // Else its word would be worth nothing.
  const isHeld = (await faultOf(client.endpoint, 'broken', broken)) !== undefined;
  report(
    "moto: the validator of its IAM takes each document, and none with a condition that there isn't",
    [...faults.filter((fault) => fault !== undefined), ...(isHeld ? [] : ['a broken document passed'])],
    tally,
  );
}

async function attachAll(client: OrganizationsClient, TargetId: string, made: Made[]): Promise<string[]> {
  const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
  for (const PolicyType of new Set(made.map(({ type }) => type))) {
    await client.send(new EnablePolicyTypeCommand({ RootId: root?.Id, PolicyType }));
  }
  const problems: string[] = [];
  for (const { name: Name, document, type: Type } of made) {
    const Content = JSON.stringify(document);
    const { Policy } = await client.send(
      new CreatePolicyCommand({ Name, Type, Content, Description: 'Required tags' }),
    );
    const PolicyId = Policy?.PolicySummary?.Id;
    await client.send(new AttachPolicyCommand({ PolicyId, TargetId }));
    const { Policies = [] } = await client.send(new ListPoliciesForTargetCommand({ TargetId, Filter: Type }));
    if (!Policies.some(({ Id }) => Id === PolicyId)) problems.push(`${Name} is not attached`);
    const { Policy: kept } = await client.send(new DescribePolicyCommand({ PolicyId }));
    if (kept?.Content !== Content) problems.push(`${Name} is kept as ${kept?.Content}`);
  }
  return problems;
}

/** IAM reads the same language; undefined: it finds no fault. */
async function faultOf(endpoint: string, name: string, document: object): Promise<string | undefined> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIALS.accessKeyId}/20260101/us-east-1/iam/aws4_request`,
    },
    body: new URLSearchParams({
      Action: 'CreatePolicy',
      Version: '2010-05-08',
      PolicyName: name,
      PolicyDocument: JSON.stringify(document),
    }),
  });
  const text = await answer.text();
  return answer.ok ? undefined : `${name}: ${/<Message>([^<]*)/.exec(text)?.[1] ?? text}`;
}

function report(what: string, problems: string[], tally: Tally): void {
  if (problems.length === 0) tally.passed(what);
  else tally.failed(`${what}\n  ${problems.join('\n  ')}`);
}

import { describe, expect, test } from 'vitest';
import { memberShares } from '#lib/members/member-shares.ts';
import { memberTemplate, refuseLong, TEMPLATE_LIMIT_BYTES } from '#lib/members/member-template.ts';
import { anOrganization, HUB_ACCOUNT } from '#test/stacks/an-organization.ts';

type Properties = {
  RoleName?: string;
  Policies?: { PolicyDocument: { Statement: { Action: string[] }[] } }[];
};
type Template = { Resources: Record<string, { Type: string; Properties?: Properties }> };

const PARTS = ['global', 'regional', 'backup'] as const;
const settings = anOrganization();
const textOf = (part: (typeof PARTS)[number]) => memberTemplate(settings, part, 'ReeveHub');
const typesIn = (part: (typeof PARTS)[number]) =>
  Object.values((JSON.parse(textOf(part)) as Template).Resources).map(({ Type }) => Type);

describe.each(PARTS)('the member template %s', (part) => {
  test('has no asset, no function, no parameter and no metadata: StackSets carry it as it is', () => {
    const template = JSON.parse(textOf(part)) as Template;

    expect(Object.keys(template)).toEqual(['Conditions', 'Resources']);
    expect(typesIn(part)).not.toContain('AWS::Lambda::Function');
    expect(textOf(part)).not.toMatch(/S3Bucket|S3Key|AssetParameters|cdk-hnb659fds|aws:cdk/);
  });

  test('is short enough to be inlined', () => {
    expect(Buffer.byteLength(textOf(part))).toBeLessThan(TEMPLATE_LIMIT_BYTES / 2);
  });

  test('sends its events to the hub, wherever the member is', () => {
    expect(textOf(part)).toContain(`:events:eu-north-1:${HUB_ACCOUNT}:event-bus/ReeveHub`);
  });

  test('has one unnamed role that forwards: a name would collide with that of the next Region', () => {
    const roles = textOf(part).match(/"RoleName":"[^"]+"/g) ?? [];

    expect(roles).toEqual(part === 'global' ? ['"RoleName":"reeve-reader"'] : []);
  });

  test('is the same each time: an unchanged deployment changes no member', () => {
    expect(textOf(part)).toBe(textOf(part));
  });
});

test('a template that no StackSet could carry fails at synth and says what to do', () => {
  const long = 'x'.repeat(TEMPLATE_LIMIT_BYTES + 1);

  expect(() => refuseLong(long, 'regional')).toThrow(
    /member template "regional" has 50001 bytes.*switch a capability off in reeve\.config\.ts/,
  );
  expect(() => refuseLong(long.slice(1), 'regional')).not.toThrow();
});

test('the reader role has the actions of the capabilities that are on, and of nobody else', () => {
  const { Resources } = JSON.parse(textOf('global')) as Template;
  const [reader] = Object.values(Resources).filter(
    ({ Properties }) => Properties?.RoleName === 'reeve-reader',
  );
  const [statement] = reader?.Properties?.Policies?.[0]?.PolicyDocument.Statement ?? [];

  const reads = memberShares(settings).flatMap((share) => share.reads);

  expect(reads).toContain('config:DescribeConfigurationRecorders');
  expect(statement?.Action).toEqual(reads.toSorted());
});

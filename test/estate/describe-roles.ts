import type { IamPolicy, Role, Statement } from '#test/estate/policy.ts';
import { listOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

/** A table of every role of a template: who may take it on, and what it may do then. */
export function describeRoles(template: Template): string {
  const rows = resourcesOf<Role & { RoleName?: string; Path?: string }>(template, 'AWS::IAM::Role').flatMap(
    ([id, role]) => {
      const name = role.RoleName ?? `${role.Path ?? ''}${wordsOf(id)}`;
      const trust = role.AssumeRolePolicyDocument.Statement.map(trustOf).join('; ');
      const statements = [...inlineOf(role), ...policiesOf(template, id)];
      return statements.map((statement, index) => {
        const [first, second] = index === 0 ? [`\`${name}\``, trust] : ['', ''];
        return `| ${first} | ${second} | ${actionsOf(statement)} | ${resourcesIn(statement)} |`;
      });
    },
  );
  return ['| role | who may assume it | actions | on |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** A logical id without the hash that CDK ends it with. */
function wordsOf(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '');
}

function inlineOf({ Policies = [] }: Role): Statement[] {
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

function policiesOf(template: Template, role: string): Statement[] {
  return resourcesOf<IamPolicy & { Roles: unknown[] }>(template, 'AWS::IAM::Policy')
    .filter(([, { Roles }]) => Roles.some((entry) => targetOf(entry) === role))
    .flatMap(([, { PolicyDocument }]) => PolicyDocument.Statement);
}

function trustOf({ Principal, Condition }: Statement): string {
  const principals = Object.values(Principal as Record<string, unknown>).map(textOf);
  const conditions = Object.values(Condition ?? {})
    .flatMap((operator) => Object.entries(operator))
    .map(([key, value]) => `${key} = ${listOf(value).map(textOf).join(' or ')}`);
  return [principals.join(', '), ...conditions].join('<br>');
}

function actionsOf({ Action, Condition }: Statement): string {
  const condition = Condition ? `<br>if ${textOf(Condition)}` : '';
  return `${listOf(Action).join('<br>')}${condition}`;
}

function resourcesIn({ Resource }: Statement): string {
  return listOf(Resource).map(textOf).join('<br>');
}

/** What an intrinsic stands for, in words: `${Alerts}`. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('*', '\\*');
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as {
    Ref?: string;
    'Fn::GetAtt'?: [string, string];
    'Fn::Join'?: [string, unknown[]];
  };
  if (Ref) return `\${${wordsOf(Ref)}}`;
  if (attribute) return `\${${wordsOf(attribute[0])}}`;
  if (join) return join[1].map(textOf).join(join[0]);
  return JSON.stringify(value).replaceAll('*', '\\*');
}

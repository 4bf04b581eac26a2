import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_NAME_PREFIX } from '#lambdas/contracts/tags/tag-policy.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { matchesPattern } from '#local/bus/event-pattern.ts';
import type { Tally } from '#test/conformance/tally.ts';

type Rule = { name: string; pattern: object; hubOnly: boolean };
type Resource = { Type: string; Properties?: { EventPattern?: object }; Condition?: string };

/** Why an event that no member forwards is lost to nobody. What fits none of these must not be dropped. */
const SAFE_TO_DROP: { why: string; event: object }[] = [
  {
    why: 'public: the rule of the hub account brings it once for all accounts',
    event: { source: ['aws.health'], detail: { eventScopeCode: ['PUBLIC'] } },
  },
  {
    why: 'a task that still runs or is being stopped: its last state comes as an event of its own',
    event: {
      source: ['aws.ecs'],
      'detail-type': ['ECS Task State Change'],
      detail: { lastStatus: [{ 'anything-but': ['STOPPED'] }] },
    },
  },
  {
    why: 'an instance that is well: it comes with every task that starts or stops there',
    event: {
      source: ['aws.ecs'],
      'detail-type': ['ECS Container Instance State Change'],
      detail: { agentConnected: [true], status: [{ 'anything-but': ['DRAINING', 'REGISTRATION_FAILED'] }] },
    },
  },
  {
    why: 'that all is steady: where something is open ECS is asked instead',
    event: { source: ['aws.ecs'], detail: { eventName: [{ suffix: '_STEADY_STATE' }] } },
  },
  {
    why: 'a rule of AWS Config that is none of the policy',
    event: {
      source: ['aws.config'],
      detail: { configRuleName: [{ 'anything-but': { prefix: RULE_NAME_PREFIX } }] },
    },
  },
  {
    why: 'no verdict of a rule of AWS Config',
    event: {
      source: ['aws.config'],
      'detail-type': [{ 'anything-but': 'Config Rules Compliance Change' }],
    },
  },
  {
    why: 'no capability that is built makes anything of it',
    event: { source: ['aws.support', 'aws.supportauthz', 'aws.servicequotas'] },
  },
  {
    why: "another tool's event, which no AWS service sends",
    event: { source: [{ 'anything-but': { prefix: 'aws.' } }] },
  },
];

/** The rules that members have, in whatever Region, as the app synthesizes them. */
export function readMemberRules(assembly: string): Rule[] {
  const files = readdirSync(assembly).filter((file) => /^ReeveMember-.*\.template\.json$/.test(file));
  const resources = files.flatMap((file) => {
    const template = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
      Resources: Record<string, Resource>;
    };
    return Object.entries(template.Resources);
  });
  const rules = resources
    .filter(([, { Type }]) => Type === 'AWS::Events::Rule')
    .map(([id, { Properties, Condition }]) => ({
      name: id.replace(/^Forward|[0-9A-F]{8}$/g, ''),
      pattern: Properties?.EventPattern ?? {},
      hubOnly: Condition?.includes('IsHub') ?? false,
    }));
  return [...new Map(rules.map((rule) => [rule.name, rule])).values()];
}

/** One line an event: which rule of a member forwards it, or why nobody misses it. */
export function judgeForwarding(name: string, event: BusEvent, rules: Rule[], tally: Tally): void {
  const matching = rules.filter(({ pattern }) => matchesPattern(pattern, event));
  const forwarding = matching.filter(({ hubOnly }) => !hubOnly);
  const what = `${name} (${event.source}, ${event['detail-type']})`;
  if (forwarding.length > 0) {
    tally.passed(`${what}: forwarded by ${forwarding.map((rule) => rule.name).join(', ')}`);
    return;
  }
  const safe = SAFE_TO_DROP.find((reason) => matchesPattern(reason.event, event));
  if (safe) tally.passed(`${what}: dropped, ${safe.why}`);
  else tally.failed(`${what}: dropped, and nobody says why that is safe`);
}

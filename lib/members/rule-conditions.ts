import { Aws, CfnCondition, Fn, type ICfnConditionExpression } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { HubIdentity } from '#lib/members/hub-identity.ts';
import type { MemberRule } from '#lib/members/member-share.ts';

/** Which rules an account makes: every member gets the same template, the hub account among them. */
export class RuleConditions extends Construct {
  readonly #isHub: ICfnConditionExpression;
  readonly #isHomeRegion: ICfnConditionExpression;

  constructor(scope: Construct, id: string, { account = Aws.ACCOUNT_ID, region }: HubIdentity) {
    super(scope, id);
    this.#isHub = Fn.conditionEquals(Aws.ACCOUNT_ID, account);
    this.#isHomeRegion = Fn.conditionEquals(Aws.REGION, region);
  }

  of({ hubAccountOnly, notFromHome }: MemberRule): CfnCondition | undefined {
    if (hubAccountOnly && notFromHome) {
      return this.#once('IsHubAway', Fn.conditionAnd(this.#isHub, Fn.conditionNot(this.#isHomeRegion)));
    }
    if (hubAccountOnly) return this.#once('IsHub', this.#isHub);
    if (!notFromHome) return undefined;
    return this.#once('IsAway', Fn.conditionNot(Fn.conditionAnd(this.#isHub, this.#isHomeRegion)));
  }

  #once(id: string, expression: ICfnConditionExpression): CfnCondition {
    const made = this.node.tryFindChild(id) as CfnCondition | undefined;
    return made ?? new CfnCondition(this, id, { expression });
  }
}

import { Aws, CfnCondition, Fn, type ICfnConditionExpression } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { HubIdentity } from '#lib/members/hub-identity.ts';
import type { MemberRule } from '#lib/members/member-share.ts';

/** Which rules an account makes: every member gets the same template, the hub account among them. */
export class RuleConditions extends Construct {
  /** Absent in a lone account, which is the hub account. */
  readonly #isHub: ICfnConditionExpression | undefined;
  readonly #isHomeRegion: ICfnConditionExpression;

  constructor(scope: Construct, id: string, { account, region }: HubIdentity) {
    super(scope, id);
    this.#isHub = account === undefined ? undefined : Fn.conditionEquals(Aws.ACCOUNT_ID, account);
    this.#isHomeRegion = Fn.conditionEquals(Aws.REGION, region);
  }

  of({ hubAccountOnly, notFromHome }: MemberRule): CfnCondition | undefined {
    const isAway = Fn.conditionNot(this.#isHomeRegion);
    if (hubAccountOnly && notFromHome) {
      return this.#once('IsHubAway', this.#isHub ? Fn.conditionAnd(this.#isHub, isAway) : isAway);
    }
    if (hubAccountOnly) return this.#isHub && this.#once('IsHub', this.#isHub);
    if (!notFromHome) return undefined;
    return this.#once(
      'IsAway',
      this.#isHub ? Fn.conditionNot(Fn.conditionAnd(this.#isHub, this.#isHomeRegion)) : isAway,
    );
  }

  #once(id: string, expression: ICfnConditionExpression): CfnCondition {
    const made = this.node.tryFindChild(id) as CfnCondition | undefined;
    return made ?? new CfnCondition(this, id, { expression });
  }
}

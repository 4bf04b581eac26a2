import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { existingAggregator, isSource } from './config-aggregators.ts';
import { configItem } from './config-item.ts';
import { pageLimit } from './config-limits.ts';
import { parseConfigQuery } from './config-query.ts';
import { configRow } from './config-row.ts';

import { openToken, sealToken } from './paging.ts';
import { recorderLookup } from './recorded-types.ts';
import { fulfils, selected } from './run-config-query.ts';
import type { WorldResource } from './world-resources.ts';

type Input = Record<string, unknown>;

const USUAL_LIMIT = 25;
const IAM = /^AWS::IAM::(?:Group|Policy|Role|User)$/;

/**
 * Advanced queries, of what the caller's account and Region has recorded or of an aggregator.
 * https://docs.aws.amazon.com/config/latest/APIReference/API_SelectAggregateResourceConfig.html
 */
export function configSelect(organization: Organization) {
  const { world, identities } = organization;
  /** `regionOf`: the Region whose recorder is asked about a resource. */
  const answer = (
    input: Input,
    call: AwsCall,
    isWanted: (resource: WorldResource) => boolean,
    regionOf = ({ region }: WorldResource) => region,
  ) => {
    const { Expression, NextToken } = input;
    if (typeof Expression !== 'string' || Expression === '')
      throw new AwsError('ValidationException', 'Expression must have length greater than or equal to 1');
    const query = parseConfigQuery(Expression);
    const limit = pageLimit(input, 'Limit', USUAL_LIMIT);
    const { accountId } = identities.find(call.accessKeyId);
    const { ConfigurationAggregatorName: aggregator } = input;
    const list = JSON.stringify([call.operation, accountId, call.region, aggregator, Expression]);
    const { from } =
      typeof NextToken === 'string'
        ? openToken<{ from: number }>(NextToken, list, 'InvalidNextTokenException')
        : { from: 0 };
    const recorderOf = recorderLookup(world);
    const results: string[] = [];
    // Resources keep their places, deleted ones too: a token is where the next page begins.
    for (let at = from; at < world.resources.length; at += 1) {
      const resource = world.resources[at];
      if (!resource || !isWanted(resource)) continue;
      const item = configItem(resource, recorderOf(resource.account, regionOf(resource)));
      const row = item && configRow(item);
      if (!row || !fulfils(query, row)) continue;
      if (results.length === limit)
        return { ...described(query.select, results), NextToken: sealToken({ from: at }, list) };
      results.push(JSON.stringify(selected(query, row)));
    }
    return described(query.select, results);
  };

  return {
    SelectResourceConfig: (input: Input, call: AwsCall) => {
      const { accountId } = identities.find(call.accessKeyId);
      // Any Region may record what IAM has; here each recorder of all does.
      const regionOf = ({ type, region }: WorldResource) => (IAM.test(type) ? call.region : region);
      const isWanted = (one: WorldResource) => one.account === accountId && regionOf(one) === call.region;
      return answer(input, call, isWanted, regionOf);
    },
    SelectAggregateResourceConfig: (input: Input, call: AwsCall) => {
      const aggregator = existingAggregator(organization, input, call);
      const accounts = new Set(world.accounts.map(({ id }) => id));
      return answer(
        input,
        call,
        (resource) => accounts.has(resource.account) && isSource(aggregator, resource),
      );
    },
  };
}

const described = (select: string[], Results: string[]) => ({
  Results,
  QueryInfo: { SelectFields: select.map((Name) => ({ Name })) },
});

import { defineCommand } from '#bin/commands/command-line/command.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { assumptionLines } from '#bin/commands/estimate/assumptions.ts';
import { countDeployment } from '#bin/commands/estimate/count-deployment.ts';
import {
  describeOne,
  describeSizes,
  type Estimate,
  toData,
} from '#bin/commands/estimate/describe-estimate.ts';
import { estimateInput } from '#bin/commands/estimate/estimate-input.ts';
import { estimateMonth } from '#bin/commands/estimate/model.ts';
import { synthesizeHub } from '#bin/commands/estimate/synthesize-hub.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { regionsOfMembers } from '#lib/members/regions-of-members.ts';
import { functionNames } from '#lib/platform/bundle-functions.ts';

const SIZES = [10, 100, 1000, 10_000];

export const estimate = defineCommand({
  name: 'estimate',
  summary: 'Shows what a month costs on AWS with the settings as they are',
  details:
    'Needs no AWS. Without --accounts: 10, 100, 1,000 and 10,000 accounts side by side, or this one where the\n' +
    'settings have no organization. With it: each line with its quantity and price.',
  parameters: [],
  options: {
    accounts: { type: 'string', value: 'N', about: 'So many accounts' },
    regions: {
      type: 'string',
      value: 'N',
      about: 'So many Regions of each account, not those of the settings',
    },
  },

  async run({ options }, { answer }) {
    const settings = await readSettings();
    const rulesIn = readCount('--regions', options.regions);
    const regions = rulesIn ?? regionsOfMembers(settings).length;
    const asked = readCount('--accounts', options.accounts) ?? (settings.organization ? undefined : 1);
    const deployment = countDeployment(synthesizeHub(settings), functionNames());
    const inputOf = (accounts: number) => estimateInput(settings, deployment, { accounts, regions, rulesIn });
    const estimates = (asked === undefined ? SIZES : [asked]).map(
      (accounts): Estimate => ({ accounts, lines: estimateMonth(inputOf(accounts)) }),
    );
    const [only, ...others] = estimates;
    const table = only && others.length === 0 ? describeOne(only) : describeSizes(estimates);
    const { ruleRegions } = inputOf(1).scale;
    const { logRetentionDays } = settings;
    const assumptions = assumptionLines({ regions, logRetentionDays, ruleRegions });
    const text = [
      ...table,
      '',
      'Lines are rounded to cents; sums are exact until the end.',
      ...assumptions.map((line) => `- ${line}`),
    ];
    answer(text.join('\n'), { regions, estimates: estimates.map(toData), assumptions });
  },
});

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`${option} must be a whole number from 1 to 999999.`);
}

import {
  type CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  type GroupDefinition,
} from '@aws-sdk/client-cost-explorer';

/** What the first three weeks of November cost, by day, unless said otherwise. */
export function aQuestion(question: Partial<GetCostAndUsageCommandInput> = {}): GetCostAndUsageCommandInput {
  return {
    TimePeriod: { Start: '2026-11-01', End: '2026-11-22' },
    Granularity: 'DAILY',
    Metrics: ['UnblendedCost'],
    ...question,
  };
}

export const by = (...keys: string[]): GroupDefinition[] => keys.map((Key) => ({ Type: 'DIMENSION', Key }));
export const byTag = (Key: string): GroupDefinition => ({ Type: 'TAG', Key });
export const byCategory = (Key: string): GroupDefinition => ({ Type: 'COST_CATEGORY', Key });
export const period = (Start: string, End: string) => ({ Start, End });

/** All pages of an answer, as they come. */
export async function allPages(client: CostExplorerClient, question: GetCostAndUsageCommandInput) {
  const pages = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new GetCostAndUsageCommand({ ...question, ...(token ? { NextPageToken: token } : {}) }),
    );
    pages.push(page);
    token = page.NextPageToken;
  } while (token);
  return pages;
}

/** Each amount of an answer under its period, keys and metric. */
export async function amountsOf(
  client: CostExplorerClient,
  question: GetCostAndUsageCommandInput,
): Promise<Record<string, string>> {
  const amounts: Record<string, string> = {};
  for (const { ResultsByTime = [] } of await allPages(client, question)) {
    for (const { TimePeriod, Groups = [], Total = {} } of ResultsByTime) {
      const groups = question.GroupBy?.length ? Groups : [{ Keys: [], Metrics: Total }];
      for (const { Keys = [], Metrics = {} } of groups) {
        for (const [metric, { Amount = '' }] of Object.entries(Metrics)) {
          const name = [TimePeriod?.Start, ...Keys, metric].join(' | ');
          if (name in amounts) throw new Error(`Told twice: ${name}`);
          amounts[name] = Amount;
        }
      }
    }
  }
  return amounts;
}

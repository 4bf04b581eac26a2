import {
  type CaseDetails,
  type Communication,
  DescribeCasesCommand,
  type DescribeCasesCommandInput,
  DescribeCommunicationsCommand,
  type DescribeCommunicationsCommandInput,
  SupportClient,
} from '@aws-sdk/client-support';
import { type NewCase, openCase } from '#local/counterparts/organization/change-cases.ts';
import { MEMBER, type ServedWorld, servedWorld } from '#test/local/counterparts/organization/served-world.ts';

export const HOUR_MS = 60 * 60_000;
export const DAY_MS = 24 * HOUR_MS;

/** A world whose accounts have no case yet, and what a member asks of AWS Support there. */
export async function servedCases() {
  const served = await servedWorld();
  const { support } = served.world;
  support.cases = [];
  support.permitRequests = [];
  const clientIn = (region: string, account = MEMBER) => served.clientOf(SupportClient, { account, region });
  const client = clientIn('us-east-1');
  const ask = (input: DescribeCasesCommandInput = {}) => client.send(new DescribeCasesCommand(input));
  const askFor = (input: DescribeCommunicationsCommandInput) =>
    client.send(new DescribeCommunicationsCommand(input));
  const now = () => served.clock.now();
  return {
    ...served,
    support,
    client,
    clientIn,
    now,
    ask,
    askFor,
    /** A case of the member, `ago` before now. */
    open: (words: Partial<NewCase> = {}, ago = HOUR_MS) =>
      openCase(support, { account: MEMBER, subject: 'It fails', body: 'Why?', ...words }, now() - ago).opened,
    /** All that a question brings, page by page. */
    everyCase: async (input: DescribeCasesCommandInput): Promise<CaseDetails[]> => {
      const { cases = [], nextToken } = await ask(input);
      const rest = nextToken ? await pagesAfter(ask, { ...input, nextToken }) : [];
      return [...cases, ...rest.flatMap((page) => page.cases ?? [])];
    },
    everyMessage: async (input: DescribeCommunicationsCommandInput): Promise<Communication[]> => {
      const pages = await pagesAfter(askFor, input);
      return pages.flatMap(({ communications = [] }) => communications);
    },
  };
}

export type ServedCases = ServedWorld & Awaited<ReturnType<typeof servedCases>>;

async function pagesAfter<
  Input extends { nextToken?: string | undefined },
  Page extends { nextToken?: string | undefined },
>(ask: (input: Input) => Promise<Page>, input: Input): Promise<Page[]> {
  const page = await ask(input);
  const { nextToken } = page;
  return nextToken ? [page, ...(await pagesAfter(ask, { ...input, nextToken }))] : [page];
}

import { type AwsBackend, type AwsCall, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Billed } from './billed.ts';
import { dayOf } from './calendar.ts';
import { CostFaults } from './faults.ts';
import type { CostLedger } from './ledger/cost-ledger.ts';
import { OPERATIONS, type Paged } from './operations/operations.ts';
import { fingerprintOf, openToken, sealToken } from './page-token.ts';
import type { Input, Listing, Question } from './question/question.ts';
import { recentListings } from './recent-listings.ts';
import { denied } from './refusals.ts';
import type { Switches } from './switches.ts';

export type CostExplorerOptions = {
  ledger: () => CostLedger;
  switches: () => Switches;
  /** Counted up as requests are answered. */
  billed: Billed;
  /** In milliseconds since 1970. */
  now: () => number;
  faults?: CostFaults;
  /** The member that a call is of; undefined for the management account, which sees all. */
  memberOf?: (call: AwsCall) => string | undefined;
};

/** Cost Explorer's API over a ledger, with its rules, pages, refusals and bill. */
export function costExplorerApi(options: CostExplorerOptions): AwsBackend {
  const { billed, faults = new CostFaults(), memberOf = () => undefined } = options;
  const listings = recentListings();

  const serve = ({ run, tokenName }: Paged, whole: Input, call: AwsCall) => {
    const fault = faults.meet(call);
    const { [tokenName]: token, ...input } = whole;
    const question = toQuestion(input, memberOf(call), options);
    const { account } = question;
    const fingerprint = fingerprintOf([call.operation, account, input]);
    const from = token === undefined ? 0 : openToken(token, fingerprint, faults.generation);
    const found = listings.find(question, fingerprint, () => run(question));
    const { answer, next } = pageOf(found, from);
    billed[call.operation] = (billed[call.operation] ?? 0) + 1;
    if (next === undefined && fault !== 'repeated-token') return answer;
    const place = { from: next ?? from, question: fingerprint, generation: faults.generation };
    const own = typeof token === 'string' ? token : sealToken({ ...place, from });
    return { ...answer, [tokenName]: fault === 'repeated-token' ? own : sealToken(place) };
  };

  return awsJsonBackend(
    Object.fromEntries(
      Object.entries(OPERATIONS).map(([name, paged]) => [
        name,
        (input: Input, call: AwsCall) => serve(paged, input, call),
      ]),
    ),
  );
}

function toQuestion(input: Input, account: string | undefined, options: CostExplorerOptions): Question {
  const switches = options.switches();
  if (!switches.enabled) throw denied('User not enabled for cost explorer access');
  if (account !== undefined && !switches.membersAllowed) {
    throw denied("Linked account doesn't have access to cost explorer.");
  }
  const today = switches.today ?? dayOf(options.now());
  return { input, ledger: options.ledger(), switches, today, ...(account === undefined ? {} : { account }) };
}

function pageOf({ length, pageSize, page }: Listing, from: number) {
  const to = Math.min(from + pageSize, length);
  return { answer: page(from, to), next: to < length ? to : undefined };
}

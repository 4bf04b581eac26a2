import { gunzipSync } from 'node:zlib';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { RecheckRequest } from '#lambdas/contracts/tags/recheck-request.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { knownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { Recorder } from '#lambdas/tag-coverage/blind/recorder.ts';
import type { SourceStatus } from '#lambdas/tag-coverage/read/source-status.ts';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';
import type { SweepPorts } from '#lambdas/tag-coverage/sweep-ports.ts';
import { sweepTags } from '#lambdas/tag-coverage/sweep-tags.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';
import { aPolicy } from '#test/tag-coverage/a-policy.ts';
import { BANK, SHOP, toRow } from '#test/tag-coverage/a-swept-resource.ts';

const REGIONS = ['eu-central-1', 'eu-west-1'];
const ACCOUNTS: Account[] = [
  { id: SHOP, name: 'shop', ou: '/prod', owner: 'merchants', tags: {} },
  { id: BANK, name: 'bank', ou: '/lab', tags: {} },
];
export const RECORDS_ALL: Recorder = {
  isRecording: true,
  isFailing: false,
  isInternal: false,
  records: { all: true, only: [], except: [], iam: false },
};
type Row = Record<string, unknown>;

/** A world that a sweep sees, in memory; what of it changes between two sweeps is set on it. */
export function aSweep(over: Partial<SweepPorts> = {}) {
  const world = {
    resources: [] as SweptResource[],
    accounts: ACCOUNTS,
    /** Of those that the directory knows to be closed or gone. */
    left: [] as string[],
    findings: [] as TagFinding[],
    /** By `account/Region`; those that are not named record all. */
    recorders: {} as Record<string, Recorder[] | Error>,
    /** Of the aggregator; all are well unless given. */
    sources: undefined as SourceStatus[] | undefined,
    pageSize: 2,
    /** ARNs that bear tags by the word of their service. */
    taggedArns: [] as string[],
    now: new Date('2026-11-25T04:50:00.000Z'),
    policy: aPolicy(),
  };
  const store = memoryStore();
  const told: Observation[] = [];
  const rechecks: RecheckRequest[] = [];
  const reports: { message: string; places: string[] | undefined }[] = [];
  const queries: string[] = [];

  const ports = (): SweepPorts => ({
    settings: { policy: world.policy, unprovenTypes: [], ownerKey: 'owner' },
    regions: REGIONS,
    globalRegion: 'us-east-1',
    readAccounts: async () => ({
      ...knownAccounts([], { accounts: world.accounts, managementAccount: world.accounts[0]?.id ?? '' }),
      hasLeft: (id) => world.left.includes(id),
    }),
    aggregator: {
      async *select(expression) {
        queries.push(expression);
        const found = world.resources.filter(({ type }) => expression.includes(`'${type}'`));
        for (let from = 0; from < Math.max(1, found.length); from += world.pageSize)
          yield found.slice(from, from + world.pageSize).map(toRow);
      },
      async *sources() {
        yield world.sources ??
          world.accounts.flatMap(({ id }) =>
            REGIONS.map((region) => ({ account: id, region, status: 'SUCCEEDED' })),
          );
      },
    },
    openAccount: async (account) => (region) => ({
      recorders: async () => {
        const recorders = world.recorders[`${account}/${region}`] ?? [RECORDS_ALL];
        if (recorders instanceof Error) throw recorders;
        return recorders;
      },
      hasTags: async (arns) => arns.some((arn) => world.taggedArns.includes(arn)),
    }),
    async *openFindings() {
      yield* world.findings;
    },
    recheck: async (requests) => void rechecks.push(...requests),
    observe: async (observation) => void told.push(observation),
    store,
    linkTo: (key) => `https://files.example/${key}`,
    report: (message, _, places) => void reports.push({ message, places }),
    hasTime: () => true,
    now: () => world.now,
    ...over,
  });

  const textOf = (key: string) => Buffer.from(store.files.get(key) ?? []).toString();
  const linesOf = (key: string) =>
    gunzipSync(store.files.get(key) ?? Buffer.alloc(0))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
  const date = () => world.now.toISOString().slice(0, 10);
  return {
    world,
    store,
    told,
    rechecks,
    reports,
    queries,
    take: (more: Partial<SweepPorts> = {}) => sweepTags({ ...ports(), ...more }),
    nextDay: (days = 1) => void (world.now = new Date(world.now.getTime() + days * 86_400_000)),
    coverage: () => linesOf(`tables/report=tag-coverage/month=${date().slice(0, 7)}/${date()}.ndjson.gz`),
    violations: () => linesOf(`tables/report=required-tags/month=${date().slice(0, 7)}/part-0.ndjson.gz`),
    csv: () => textOf(`exports/required-tags/${date().slice(0, 7)}.csv`),
    page: () => textOf('exports/tag-coverage/latest.html'),
    notes: () =>
      (JSON.parse(textOf(`exports/tag-coverage/${date()}.json`)) as { provenance: { notes: string[] } })
        .provenance.notes,
  };
}

/** What was told of a resource, as required-tags keeps it. */
export function aFinding(
  { account, region, type, id }: SweptResource,
  over: Partial<TagFinding> = {},
): TagFinding {
  return {
    account,
    region,
    type,
    id,
    alert: 'tags/shop',
    status: 'open',
    violations: [{ key: 'Owner', problem: 'missing' }],
    openedAt: '2026-11-20T10:00:00.000Z',
    orderedBy: 1,
    version: 1,
    ...over,
  };
}

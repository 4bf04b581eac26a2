import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import { openReports } from '#bin/commands/reports/open-reports.ts';
import { readProvenance } from '#bin/commands/reports/read-provenance.ts';
import { showSize, writeFile } from '#bin/commands/reports/write-file.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { describeCoverage } from '#bin/commands/tags/describe-coverage.ts';
import { describeViolations, violationData } from '#bin/commands/tags/describe-violations.ts';
import { type FoundReport, findCoverage, findViolations, readDate } from '#bin/commands/tags/find-report.ts';
import { DIMENSIONS, type Dimension, sumBy } from '#bin/commands/tags/sum-by.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import { exportKey } from '#lambdas/contracts/report-keys.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gunzipped } from '#lambdas/runtime/tables/gzip.ts';
import { fromNdjson } from '#lambdas/runtime/tables/ndjson.ts';

const FORMATS = ['csv', 'json'];
const ROWS_SHOWN = 40;

export const tagsReport = defineCommand({
  name: 'tags report',
  summary: 'Shows how much bears its required tags, or what lacks them',
  details:
    'Reads what the daily sweep left in the report bucket. COVERED is the share of the resources that have the tag\n' +
    'or, but for keys, all tags that they need. --violations lists what lacks which tag: now, or when a month that\n' +
    'is over ended. With a format the file of all rows goes to standard output, for pipes (npm run --silent).',
  parameters: [],
  options: {
    by: { type: 'string', value: 'WHAT', default: 'key', about: DIMENSIONS.join(', ') },
    violations: { type: 'boolean', about: 'What lacks which tag' },
    date: { type: 'string', value: 'DAY', about: 'YYYY-MM-DD or YYYY-MM, else the last one' },
    format: { type: 'string', value: 'FORMAT', about: `${FORMATS.join(', ')}: the file of all rows` },
    out: { type: 'string', value: 'FILE', about: 'Where that file goes' },
    from: { type: 'string', value: 'FOLDER', about: 'A copy of the bucket, not the bucket' },
    stack: stackOption,
  },

  async run({ options }, terminal) {
    const { violations = false, format, out, from, stack } = options;
    const by = DIMENSIONS.find((dimension) => dimension === options.by);
    if (!by) throw new UsageError(`--by must be ${DIMENSIONS.join(', ')}.`);
    const date = readDate(options.date);
    if (format !== undefined && !FORMATS.includes(format))
      throw new UsageError(`--format must be ${FORMATS.join(', ')}.`);
    if (out !== undefined && format === undefined) throw new UsageError('--out is for --format csv or json.');

    const { store, place } = await openReports(from, stack, 'tags');
    const report = await (violations ? findViolations : findCoverage)(store, place, date);
    const provenance = await readProvenance(store, report.schema, report.period);
    terminal.progress(
      `From ${provenance.source}, ${provenance.fetchedAt.slice(0, 16).replace('T', ' ')} UTC.`,
    );
    for (const note of provenance.notes) terminal.progress(note);
    const { fetchedAt, notes } = provenance;
    const about = { report: report.schema.name, period: report.period, sweptAt: fetchedAt, notes };
    if (format) await takeFile(store, report, { format, out }, terminal);
    else if (violations) await showViolations(store, report, about, terminal);
    else await showCoverage(store, report, { ...about, by }, terminal);
  },
});

async function showCoverage(
  store: ReportStore,
  report: FoundReport,
  about: { by: Dimension },
  { answer }: Terminal,
): Promise<void> {
  const summed = await sumBy(await rowsOf(store, report), about.by);
  const title = `${report.schema.title} by ${about.by}, ${report.period}`;
  const data = summed.sums.map(({ counts, ...sum }) => ({ ...sum, ...counts }));
  answer([title, '', ...describeCoverage(about.by, summed)].join('\n'), {
    ...about,
    total: summed.total,
    sums: data,
  });
}

async function showViolations(store: ReportStore, report: FoundReport, about: object, { answer }: Terminal) {
  const first: Row[] = [];
  let count = 0;
  for await (const batch of await rowsOf(store, report)) {
    count += batch.length;
    first.push(...batch.slice(0, ROWS_SHOWN - first.length));
  }
  const text = [`${report.schema.title}, ${report.period}`, '', ...describeViolations(first, count)].join(
    '\n',
  );
  answer(text, { ...about, count, rows: first.map(violationData) });
}

/** As the sweep published it, byte for byte. */
async function takeFile(
  store: ReportStore,
  { schema, period }: FoundReport,
  { format, out }: { format: string; out: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const file = await store.read(exportKey(schema.name, period, format));
  if (!file) throw new Failure(`${schema.name} of ${period} is not whole. The next sweep writes it anew.`);
  if (out === undefined || out === '-') return terminal.stream(file);
  const bytes = await writeFile(out, file);
  terminal.answer(`Wrote ${out}: ${showSize(bytes)}.`, {
    file: out,
    format,
    report: schema.name,
    period,
    bytes,
  });
}

async function rowsOf(store: ReportStore, { schema, key, period }: FoundReport) {
  const file = await store.read(key);
  if (!file) throw new Failure(`${schema.name} of ${period} is gone meanwhile.`);
  return fromNdjson(schema, gunzipped(file));
}

import {
  expectedRows,
  missingMetrics,
  sumOfSample,
  toLine,
} from '#test/conformance/cost-samples/expected-rows.ts';
import { type PublishedSample, publishSample } from '#test/conformance/cost-samples/publish-sample.ts';
import { type Files, readFiles } from '#test/conformance/cost-samples/read-files.ts';
import type { UsageSample } from '#test/conformance/cost-samples/usage-sample.ts';

export type UsageVerdict = {
  /** What became of the sample, in one line, and in what this is not what it should be. */
  line: string;
  complaints: string[];
  published: PublishedSample;
  /** A sum of floats is not the sum. */
  foolsFloats: boolean;
};

/** What a spreadsheet would run has an apostrophe before it in CSV. */
const GUARD = /^'(?=[=+\-@\t\r\n\0＝＋－＠])/;
/** When Reeve asked, and for what spans: nothing of the sample. */
const OWN_COLUMNS = ['granularity', 'fetched_at'];

/** A sample through Reeve into its four formats, each held against the JSON of the sample, row by row. */
export async function playUsageSample(sample: UsageSample): Promise<UsageVerdict> {
  const published = await publishSample(sample);
  const { schema, months, notes, store } = published;
  const files = await readFiles(store, schema, months);
  const expected = expectedRows(sample);
  const sum = sumOfSample(sample);
  const periods = sample.answer.ResultsByTime.length;
  const span = sample.query.granularity === 'DAILY' ? 'day' : 'month';
  const keys = sample.query.groupBy.map(({ key }) => key).join(' and ') || 'nothing';
  const foolsFloats = sum.exact !== sum.float;
  const said = [
    `${periods} ${span}${periods === 1 ? '' : 's'} by ${keys}`,
    sum.groups === 0
      ? 'no costs and no file'
      : `${sum.groups} groups, ${sum.exact} in ${Object.keys(files).join(', ')}`,
    ...(foolsFloats ? [`floats would say ${sum.float}`] : []),
    ...sample.remarks,
  ];
  return {
    line: `${schema.name}: ${said.join('; ')}`,
    complaints: [
      ...Object.entries(files).flatMap(([format, found]) => differences(format, expected, found, schema)),
      ...missingMetrics(sample)
        .filter((word) => !notes.some((note) => note.includes(` no ${word} amounts`)))
        .map((word) => `no note says that ${word} amounts are missing`),
      ...(sum.groups === 0 && months.length > 0 ? [`files of ${months.join(', ')} without costs`] : []),
    ],
    published,
    foolsFloats,
  };
}

function differences(
  format: string,
  expected: readonly string[],
  found: Files['CSV'],
  { columns }: PublishedSample['schema'],
): string[] {
  const names = columns.map(({ name }) => name).filter((name) => !OWN_COLUMNS.includes(name));
  const cellOf = (row: Files['CSV'][number], name: string) =>
    format === 'CSV' ? String(row[name]).replace(GUARD, '') : String(row[name]);
  const lines = found.map((row) => toLine(names.map((name) => cellOf(row, name))));
  const missing = expected.filter((line) => !lines.includes(line));
  const foreign = lines.filter((line) => !expected.includes(line));
  return [
    ...(lines.length === expected.length
      ? []
      : [`${format}: ${lines.length} rows instead of ${expected.length}`]),
    ...missing.slice(0, 3).map((line) => `${format} lacks ${line}`),
    ...foreign.slice(0, 3).map((line) => `${format} has ${line}`),
  ];
}

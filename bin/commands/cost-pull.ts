import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import { chooseMonth, chooseReport, readMonth } from '#bin/commands/cost/choose-report.ts';
import { FILE_FORMATS, isBinary, readFormat } from '#bin/commands/cost/file-format.ts';
import { describeReports, listReports } from '#bin/commands/cost/list-reports.ts';
import { pullFile } from '#bin/commands/cost/pull-file.ts';
import { showReport } from '#bin/commands/cost/show-report.ts';
import { wayToReports, wayWithoutDeployment } from '#bin/commands/cost/ways-to-reports.ts';
import { openReports } from '#bin/commands/reports/open-reports.ts';
import { stackOption } from '#bin/commands/stack-option.ts';

export const costPull = defineCommand({
  name: 'cost pull',
  summary: 'Reads cost reports from the report bucket, without asking Cost Explorer',
  details:
    'Without --report it lists what there is; with it, the sums of the month, or the file of all rows where a\n' +
    'format is named. Without --out a file goes to standard output, for pipes (with npm run --silent).',
  parameters: [],
  options: {
    report: { type: 'string', value: 'NAME', about: 'Such as services-monthly' },
    month: { type: 'string', value: 'YYYY-MM', about: 'Else the last one' },
    format: {
      type: 'string',
      value: 'FORMAT',
      about: `${FILE_FORMATS.join(', ')}; html and xlsx hold all reports`,
    },
    out: { type: 'string', value: 'FILE', about: 'Its end names the format; - is standard output' },
    excel: { type: 'boolean', about: 'CSV that Excel reads as UTF-8' },
    focus: { type: 'boolean', about: 'Columns with the names of FOCUS' },
    from: { type: 'string', value: 'FOLDER', about: 'Where cost run left them, not the bucket' },
    stack: stackOption,
  },

  async run({ options }, terminal) {
    const { report, out, from, stack, excel = false, focus = false } = options;
    const month = readMonth(options.month);
    const format = readFormat({ format: options.format, out, report, excel, focus });
    const isForPipe = format !== undefined && (out === undefined || out === '-');
    if (isForPipe && isBinary(format) && terminal.isSeen) {
      throw new UsageError(`${format} is not for terminals: name a file (--out).`);
    }

    const { store, place } = await openReports(from, stack, 'costs', wayWithoutDeployment);
    const reports = await listReports(store);
    if (reports.length === 0)
      throw new Failure(`There are no reports in ${place}: no run has ended yet.\n${wayToReports(from)}`);
    if (format) {
      const chosen = report ? [chooseReport(reports, report, month)] : chooseMonth(reports, month);
      await pullFile({ store, chosen, format, out: isForPipe ? undefined : out, excel, focus }, terminal);
    } else if (report) {
      await showReport(store, chooseReport(reports, report, month), terminal);
    } else {
      const listed = month
        ? chooseMonth(reports, month).map(({ schema }) => ({ schema, months: [month] }))
        : reports;
      const data = listed.map(({ schema: { name, title }, months }) => ({ report: name, title, months }));
      terminal.answer(describeReports(listed).join('\n'), { place, reports: data });
    }
  },
});

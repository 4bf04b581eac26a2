import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Api } from './api.ts';
import { plainName } from './plain-name.ts';
import { reportSchedules } from './report-schedules.ts';

/** `exports/services-monthly/2026-10.csv-metadata.json`: report, period, a month or a day of it, and format. */
const EXPORT = /^exports\/([^/]+)\/((\d{4}-\d{2})(?:-\d{2})?)\.(.+)$/;

/** A page that lists more is slow, and nobody reads it. */
const OTHERS_SHOWN = 200;

type ReportPorts = Pick<EmbeddedCloud, 'estate' | 'objects'>;

/** The files of the report bucket: those for people by report and month, the newest month first; then the others. */
export function reportApi({ estate, objects }: ReportPorts): Api {
  const [bucket] = estate.buckets;
  const schedules = reportSchedules(estate).map(({ name }) => ({ name, label: plainName(name) }));
  return {
    'GET /api/reports': () => {
      const keys = bucket ? objects.keys(bucket.name) : [];
      const files = keys.flatMap((key) => {
        const object = bucket && objects.read(bucket.name, key);
        if (!object) return [];
        const { content, modifiedAt, headers } = object;
        return { key, bytes: content.length, writtenAt: modifiedAt, mediaType: headers['content-type'] };
      });
      const others = files.filter(({ key }) => !EXPORT.test(key));
      return {
        deployed: bucket !== undefined,
        schedules,
        reports: byReport(files.filter(({ key }) => EXPORT.test(key))),
        others: others.slice(0, OTHERS_SHOWN),
        othersLeftOut: Math.max(0, others.length - OTHERS_SHOWN),
      };
    },
  };
}

function byReport<File extends { key: string }>(files: File[]) {
  const named = files.map((file) => {
    const [, report = '', period = '', month = '', format = ''] = EXPORT.exec(file.key) ?? [];
    return { ...file, report, period, month, format };
  });
  return [...Map.groupBy(named, ({ report }) => report)].map(([name, ofReport]) => ({
    name,
    months: [...Map.groupBy(ofReport, ({ month }) => month)]
      .map(([month, ofMonth]) => ({ month, files: ofMonth }))
      .sort((a, b) => b.month.localeCompare(a.month)),
  }));
}

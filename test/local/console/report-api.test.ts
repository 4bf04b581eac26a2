import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';
import { writeReports } from '#test/local/console/write-reports.ts';

type Reports = {
  deployed: boolean;
  schedules: { name: string; label: string }[];
  reports: { name: string; months: { month: string; files: { key: string; bytes: number }[] }[] }[];
  others: { key: string }[];
  othersLeftOut: number;
};

const PAGE = '<!doctype html><title>Costs</title><script>document.title = origin</script>';

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

const reports = () => console.ask<Reports>('/api/reports');
const fetched = (path: string, options?: RequestInit) => fetch(`${console.url}/reports/${path}`, options);

describe('the reports of the console', () => {
  it('name the schedules that make them while there are none', async () => {
    const { deployed, schedules, reports: none } = await reports();
    expect({ deployed, none }).toEqual({ deployed: true, none: [] });
    expect(schedules.length).toBeGreaterThan(0);
    const known = await console.ask<{ name: string }[]>('/api/schedules');
    expect(known.map(({ name }) => name)).toEqual(expect.arrayContaining(schedules.map(({ name }) => name)));
  });

  it('are listed by report and month, the newest first, and apart from what programs read', async () => {
    await writeReports(
      console.cloud,
      { key: 'exports/services-monthly/2026-09.csv' },
      { key: 'exports/services-monthly/2026-10.csv' },
      { key: 'exports/services-monthly/2026-10.csv-metadata.json', contentType: 'application/json' },
      { key: 'exports/costs/2026-10.html', body: PAGE, contentType: 'text/html; charset=utf-8' },
      { key: 'exports/costs/2026-10-31.png', contentType: 'image/png' },
      { key: 'tables/report=services-monthly/month=2026-10/part-0.ndjson.gz' },
    );
    const listed = await reports();
    expect(listed.reports.map(({ name }) => name)).toEqual(['costs', 'services-monthly']);
    expect(listed.reports[0]?.months).toMatchObject([
      { month: '2026-10', files: [{ period: '2026-10-31' }, { period: '2026-10' }] },
    ]);
    expect(listed.reports[1]?.months).toMatchObject([
      { month: '2026-10', files: [{ format: 'csv', bytes: 5 }, { format: 'csv-metadata.json' }] },
      { month: '2026-09', files: [{ format: 'csv' }] },
    ]);
    expect(listed.others.map(({ key }) => key.split('/')[0])).toEqual(['tables']);
    expect(listed.othersLeftOut).toBe(0);
  });

  it('stay few where raw pages are many', async () => {
    const raw = Array.from({ length: 220 }, (_, page) => ({
      key: `raw/query=a/month=2026-10/run=1/page-${page}`,
    }));
    await writeReports(console.cloud, ...raw);
    expect(await reports()).toMatchObject({ othersLeftOut: 21 });
  });
});

describe('a file of a report', () => {
  it('that is a page is shown where it reaches neither the console nor the network', async () => {
    const response = await fetched('exports/costs/2026-10.html');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none'/);
    expect(policy).not.toMatch(/allow-same-origin|connect-src/);
    expect(response.headers.get('content-disposition')).toMatch(/^inline/);
    expect(await response.text()).toBe(PAGE);
  });

  it('of another kind is a download, byte by byte, under a name that says what it is', async () => {
    const response = await fetched('exports/services-monthly/2026-10.csv');
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''services-monthly-2026-10.csv",
    );
    expect(await response.text()).toBe('a,b\r\n');
    const packed = await fetched('tables/report=services-monthly/month%3D2026-10/part-0.ndjson.gz');
    expect(packed.headers.get('content-encoding')).toBeNull();
  });

  it('that is markup of another kind is not shown either', async () => {
    const contentType = 'image/svg+xml';
    await writeReports(console.cloud, { key: 'exports/costs/2026-10.svg', body: '<svg/>', contentType });
    const { headers } = await fetched('exports/costs/2026-10.svg');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['exports/none.csv', 404],
    ['%E0%A4%A', 400],
    ['..%2f..%2fpackage.json', 404],
  ])('%s is refused with %d', async (path, status) => {
    expect((await fetched(path)).status).toBe(status);
  });

  it('is for this machine only, and nobody writes one', async () => {
    const headers = { 'content-type': 'application/json' };
    expect(
      (await fetched('exports/costs/2026-10.html', { method: 'POST', headers, body: '{}' })).status,
    ).toBe(404);
    const rebound = await console.statusFor('/reports/exports/costs/2026-10.html', 'rebound.example');
    expect(rebound).toBe(403);
  });
});

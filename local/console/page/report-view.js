import { actionButton } from './action-button.js';
import { ask, tell } from './api.js';
import { h, reconcile } from './dom.js';
import { chart, fileItem } from './report-file.js';

/** The files of the report bucket, those for people first, by report and month. */
export function reportView() {
  const list = h('div', { class: 'cards' });
  const element = h(
    'div',
    { class: 'channel' },
    h(
      'div',
      { class: 'view-head' },
      h('h2', {}, 'Reports'),
      h(
        'p',
        { class: 'quiet' },
        'What lies in the report bucket. Pages open in a tab that reaches nothing else.',
      ),
    ),
    h('div', { class: 'scroller', role: 'region', 'aria-label': 'Files of reports', tabindex: '0' }, list),
  );
  const refresh = async () => {
    const { deployed, schedules, reports, others, othersLeftOut } = await ask('/api/reports');
    const isEmpty = reports.length === 0 && others.length === 0;
    reconcile(list, [
      ...(isEmpty ? [deployed ? nothingYet(schedules) : noBucket()] : []),
      ...inOrder(reports).map(report),
      ...(others.length > 0 ? [otherFiles(others, othersLeftOut)] : []),
    ]);
  };
  return { element, refresh };
}

function noBucket() {
  return h(
    'p',
    { class: 'empty', data: { key: 'empty' } },
    'There is no report bucket: no capability of these settings makes reports.',
  );
}

/** @param {{ name: string, label: string }[]} schedules */
function nothingYet(schedules) {
  return h(
    'section',
    { class: 'card', data: { key: 'empty' } },
    h('p', {}, 'No report yet. A schedule makes them, by the clock above or now:'),
    ...schedules.map(({ name, label }) => {
      const run = async () => {
        const { status, errorMessage } = await tell('/api/schedules/run', { name });
        return status === 'ok' ? 'Began.' : `Failed: ${errorMessage}`;
      };
      return actionButton(`Run ${label}`, run);
    }),
  );
}

/** Those with a page first: it is what people look at. @param {any[]} reports */
function inOrder(reports) {
  const hasPage = (/** @type {any} */ { months }) =>
    months.some((/** @type {any} */ { files }) => files.some(isPage));
  return [...reports].sort((a, b) => Number(hasPage(b)) - Number(hasPage(a)) || a.name.localeCompare(b.name));
}

/** @param {{ format: string }} file */
function isPage({ format }) {
  return format === 'html';
}

/** @param {any} report */
function report({ name, months }) {
  return h(
    'section',
    { class: 'card report', data: { key: name } },
    h('h3', {}, name),
    ...months.map((/** @type {any} */ { month, files }) =>
      h(
        'section',
        { class: 'report-month' },
        h('h4', {}, month),
        h(
          'ul',
          { class: 'files' },
          [...files].sort((a, b) => Number(isPage(b)) - Number(isPage(a))).map(fileItem),
        ),
        chart(files),
      ),
    ),
  );
}

/** @param {any[]} files @param {number} leftOut */
function otherFiles(files, leftOut) {
  return h(
    'details',
    { class: 'card report', data: { key: 'others' } },
    h('summary', {}, 'Files for programs ', h('span', { class: 'count' }, String(files.length + leftOut))),
    h('ul', { class: 'files' }, files.map(fileItem)),
    leftOut > 0 && h('p', { class: 'quiet' }, `${leftOut} more are not listed.`),
  );
}

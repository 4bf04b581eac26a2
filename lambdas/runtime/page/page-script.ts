import { markup } from '#lambdas/runtime/markup.ts';

/** Sorts a table by a click on its headings, and leaves of its rows those that hold what is typed. */
export const PAGE_SCRIPT = markup`
'use strict';
const plain = (text) => text.normalize('NFKC').toLowerCase();

function addSearch(part) {
  const search = part.querySelector('.search');
  if (!search) return;
  const input = search.querySelector('input');
  const status = search.querySelector('[role=status]');
  const rows = [...part.querySelectorAll('tbody tr')].map((row) => ({ row, text: plain(row.cells[0].textContent) }));
  input.addEventListener('input', () => {
    const words = plain(input.value).split(' ').filter(Boolean);
    let found = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) found += 1;
    }
    status.textContent = words.length ? found.toLocaleString('en-US') + ' found' : '';
  });
  search.hidden = false;
}

function valueOf(cell) {
  if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
  const number = Number.parseFloat(cell.textContent.replaceAll(',', ''));
  return Number.isNaN(number) ? plain(cell.textContent) : number;
}

function compare(a, b) {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === 'number' ? -1 : 1;
}

function addSorting(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.ariaSort ? head.ariaSort === 'ascending' : column > 0;
      for (const each of heads) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const body = table.tBodies[0];
      const rows = [...body.rows].map((row) => ({ row, value: column ? valueOf(row.cells[column]) : plain(row.cells[0].textContent) }));
      rows.sort((a, b) => (down ? compare(b.value, a.value) : compare(a.value, b.value)));
      body.append(...rows.map(({ row }) => row));
    });
  });
}

for (const part of document.querySelectorAll('.table')) {
  const table = part.querySelector('table');
  if (table.tBodies[0].rows.length > 1) addSorting(table);
  addSearch(part);
}
`;

import { answer } from './github-answer.ts';

const USUAL = 30;
const MOST = 100;

/** One page of a list, with links to the others in the header `Link`. */
export function pageOf<Item>(
  items: readonly Item[],
  { query, path }: { query: URLSearchParams; path: string },
  shape: (item: Item) => unknown,
) {
  const size = Math.min(positive(query.get('per_page'), USUAL), MOST);
  const page = positive(query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const url = (number: number) => {
    const asked = new URLSearchParams(query);
    asked.set('page', String(number));
    return `<https://api.github.com${path}?${asked.toString()}>`;
  };
  const links = [
    ...(page > 1 ? [`${url(page - 1)}; rel="prev"`] : []),
    ...(page < last ? [`${url(page + 1)}; rel="next"`, `${url(last)}; rel="last"`] : []),
    ...(page > 1 ? [`${url(1)}; rel="first"`] : []),
  ];
  const shown = items.slice((page - 1) * size, page * size).map(shape);
  return answer(200, shown, links.length > 0 ? { link: links.join(', ') } : {});
}

function positive(text: string | null, usual: number): number {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) && number > 0 ? number : usual;
}

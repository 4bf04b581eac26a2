import { markup } from '#lambdas/runtime/markup.ts';

/** Beside the style of all pages: list and thread beside each other, one of them on a phone. */
export const ARCHIVE_STYLE = markup`
body { max-width: 1400px; }
main { grid-template-columns: minmax(300px, 2fr) minmax(0, 3fr); align-items: start; }
#list, #thread { display: block; padding: 0; }
#list, #thread { max-height: calc(100vh - 40px); overflow-y: auto; position: sticky; top: 12px; }
#thread { padding: 16px; }
form { display: grid; gap: 10px; margin-top: 8px; }
form label { display: grid; gap: 2px; color: var(--quiet); font-size: 0.88rem; }
form input, form select { font: inherit; font-size: 1rem; color: var(--text); background: var(--panel); border: 1px solid light-dark(#8a96a3, #5d6a78); border-radius: 5px; padding: 6px 9px; width: 100%; }
#filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; }
#status { min-height: 1.5em; color: var(--quiet); margin-top: 10px; }
mark { background: light-dark(#ffe58a, #6b5300); color: inherit; border-radius: 2px; }

.cases { list-style: none; }
.cases li { border-bottom: 1px solid var(--line); }
.cases a { display: grid; gap: 4px; padding: 10px 16px; color: inherit; text-decoration: none; border-left: 3px solid transparent; }
.cases a:hover { background: var(--ground); }
.cases a:hover .title { text-decoration: underline; }
.cases a:focus-visible { outline-offset: -2px; }
.cases a[aria-current] { border-left-color: var(--accent); background: var(--ground); }
.title { font-weight: 600; }
.withheld .title { font-weight: 400; font-style: italic; color: var(--quiet); }
.cases .about { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; }
.passage { font-size: 0.92rem; }
.state { font-weight: 600; white-space: nowrap; }
.state.waiting-for-us { color: var(--more); }
.state.open { color: var(--less); }
.next { font: inherit; color: var(--accent); background: none; border: 0; padding: 12px 16px; width: 100%; text-align: left; cursor: pointer; }
.next:hover { text-decoration: underline; }
.none { padding: 24px 0; text-align: center; }

#thread h2:focus { outline: none; }
.back { display: none; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 8px 16px; margin: 12px 0 20px; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
.facts dt { color: var(--quiet); font-size: 0.85rem; }
.messages { list-style: none; display: grid; gap: 12px; margin: 0; padding: 0; }
.messages > li { border: 1px solid var(--line); border-left: 3px solid var(--line); border-radius: 6px; padding: 10px 14px; }
.messages > .aws { border-left-color: var(--accent); background: var(--ground); }
.messages h3 { margin: 0 0 6px; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; }
.messages time { font-weight: 400; font-size: 0.88rem; color: var(--quiet); white-space: nowrap; }
.body { white-space: pre-wrap; }
.files { padding-left: 20px; margin-top: 8px; color: var(--quiet); }

@media (max-width: 800px) {
  main { grid-template-columns: minmax(0, 1fr); }
  #list, #thread { max-height: none; position: static; }
  #thread, .reading #list { display: none; }
  .reading #thread { display: block; }
  .reading form, .reading #status { display: none; }
  .facts { grid-template-columns: 1fr 1fr; }
  #filters { grid-template-columns: 1fr 1fr; }
  .back { display: block; margin-bottom: 12px; }
  .back a { display: inline-block; padding: 4px 0; }
}
@media print {
  form, #status, .next, .back, .none { display: none; }
  main { display: block; }
  #list, #thread { max-height: none; overflow: visible; position: static; border: 0; padding: 0; }
  .reading #list { display: none; }
  .messages > li { break-inside: auto; }
}
`;

import { createHash } from 'node:crypto';
import { ARCHIVE_STYLE } from '#bin/commands/support/export/html/archive-style.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';
import { PAGE_STYLE } from '#lambdas/runtime/page/page-style.ts';

const TITLE = 'Support cases';

/** What stands before the data: the page may load nothing, and runs no script but its own. */
export function archiveHead(script: string, { cases, withheld, exportedAt }: About): string {
  const style = PAGE_STYLE.markup + ARCHIVE_STYLE.markup;
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  const left = withheld > 0 && ` Texts of ${withheld.toLocaleString('en-US')} are withheld.`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${TITLE}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<header>
<h1>${TITLE}</h1>
<p class="quiet">${cases.toLocaleString('en-US')} cases of AWS Support as they were on ${momentText(exportedAt)}, with what looks like a secret or an address taken out.${left}</p>
<form role="search" hidden>
<label>Find in subjects, messages and numbers <input id="words" type="search" autocomplete="off" spellcheck="false"></label>
<div id="filters"></div>
</form>
<p id="status" role="status">Opening…</p>
<noscript><p class="note">This page needs its own script to show cases. It loads nothing from anywhere.</p></noscript>
</header>
<main>
<section id="list" aria-label="Cases"></section>
<section id="thread" aria-label="The case"></section>
</main>
`.markup;
}

/** JSON that is compressed and written in letters and digits: nothing in it can end its block, or be read as markup. */
export function dataBlock(id: string, packed: Uint8Array): string {
  return `<script type="application/gzip" id="${id}">${Buffer.from(packed).toString('base64')}</script>\n`;
}

export function archiveEnd(script: string): string {
  return `<script type="module">${script}</script>\n</body>\n</html>\n`;
}

export type About = { cases: number; withheld: number; exportedAt: string };

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

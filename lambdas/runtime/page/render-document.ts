import { createHash } from 'node:crypto';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { PAGE_SCRIPT } from '#lambdas/runtime/page/page-script.ts';
import { PAGE_STYLE } from '#lambdas/runtime/page/page-style.ts';

/** What stands on a page: its title, which is its heading too, and what follows it. */
export type PageParts = { title: string; header: Markup; main: Markup; footer: Markup };

/**
 * One HTML page that needs nothing else. It may load nothing and run no script but its own, which only sorts and
 * searches: the page is whole without it.
 */
export function renderDocument({ title, header, main, footer }: PageParts): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${header}
</header>
<main>
${main}
</main>
<footer>${footer}</footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
  return page.markup;
}

function policy(): string {
  return `default-src 'none'; style-src ${hashOf(PAGE_STYLE)}; script-src ${hashOf(PAGE_SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

function hashOf({ markup: text }: Markup): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

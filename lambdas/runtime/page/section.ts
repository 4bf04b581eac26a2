import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** A part of the page that its contents list links to. */
export type Section = { id: string; title: string; body: Markup };

/** The section with its heading. */
export function drawSection({ id, title, body }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${body}
</section>`;
}

/** A list of links to the sections. */
export function contentsOf(sections: readonly Section[]): Markup {
  return markup`<nav aria-label="Contents"><ul>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
}

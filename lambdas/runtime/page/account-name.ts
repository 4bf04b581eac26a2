import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** An account by its name and its id: two may bear one name. A stranger's name cannot turn the text around it. */
export function accountName(id: string, name: string | undefined): Markup {
  const label = markup`<span class="id">${id}</span>`;
  return name ? markup`<bdi>${name}</bdi> ${label}` : label;
}

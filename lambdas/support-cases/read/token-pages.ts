type Page = { nextToken?: string | undefined };

/** A list page by page, by the tokens that lead on; a page may be empty and yet not the last. */
export async function* tokenPages<Read extends Page>(
  ask: (nextToken: string | undefined) => Promise<Read>,
): AsyncGenerator<Read> {
  const used = new Set<string>();
  let token: string | undefined;
  do {
    const page = await ask(token);
    yield page;
    token = page.nextToken || undefined;
    if (token !== undefined && used.has(token)) throw new Error('A list leads back to a page of its own');
    if (token !== undefined) used.add(token);
  } while (token !== undefined);
}

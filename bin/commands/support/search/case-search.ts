import MiniSearch from 'minisearch';
import { foldText } from '#bin/commands/support/search/fold-text.ts';
import {
  formFoundBy,
  isPrefix,
  mayHold,
  parseQuery,
  type Term,
  tokensOfTerm,
} from '#bin/commands/support/search/parse-query.ts';
import { tokensOf } from '#bin/commands/support/search/word-runs.ts';

/** A case to look into. `about`: its number, its service, whose it is; `body`: all messages. */
export type SearchableCase = { id: string; subject: string; about: string; body: string };

export type CaseSearch = {
  terms: readonly Term[];
  /** Takes a case in, if it may be found. */
  add: (one: SearchableCase) => boolean;
  /** The ids of the cases that hold all terms, the best first. */
  hits: () => string[];
};

const BOOST = { subject: 4, about: 2 };

/**
 * One search, through which cases pass one by one. Its index holds nothing but what the words of this search can find: an index
 * of all words of twenty thousand threads would be larger than they are, in memory, and to be built first.
 */
export function caseSearch(query: string): CaseSearch {
  const terms = parseQuery(query);
  const prefixes = new Set(terms.filter(isPrefix).map(({ text }) => text));
  const tokens = terms.flatMap(tokensOfTerm);
  const index = new MiniSearch<SearchableCase>({
    fields: ['subject', 'about', 'body'],
    tokenize: tokensOf,
    processTerm: kept(terms),
  });
  return {
    terms,
    add({ id, ...texts }) {
      const subject = foldText(texts.subject);
      const about = foldText(texts.about);
      const body = foldText(texts.body);
      if (terms.length === 0 || !mayHold(`${subject}\n${about}\n${body}`, terms)) return false;
      index.add({ id, subject, about, body });
      return true;
    },
    hits: () =>
      index
        .search(query, {
          tokenize: () => tokens,
          processTerm: (token) => token,
          combineWith: 'AND',
          prefix: (token) => prefixes.has(token),
          boost: BOOST,
        })
        .map(({ id }) => id as string),
  };
}

/** Of the tokens of a text only what a term finds, in the form that it finds. */
function kept(terms: readonly Term[]): (token: string) => string | undefined {
  const pairs = new Set(terms.filter((term) => !term.isWord).flatMap(tokensOfTerm));
  const others = terms.filter((term) => term.isWord || isPrefix(term));
  return (token) => {
    if (pairs.has(token)) return token;
    for (const term of others) {
      const form = formFoundBy(term, token);
      if (form !== undefined) return form;
    }
    return undefined;
  };
}

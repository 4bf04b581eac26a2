import { AWS_SECRETS } from '#lambdas/runtime/redact/aws-secrets.ts';
import { CONTACTS } from '#lambdas/runtime/redact/contacts.ts';
import { CREDENTIAL_FILES } from '#lambdas/runtime/redact/credential-files.ts';
import { type Detector, type Hit, hitsOf } from '#lambdas/runtime/redact/detector.ts';
import { LABELLED_SECRETS } from '#lambdas/runtime/redact/labelled-secrets.ts';
import { PRIVATE_KEYS } from '#lambdas/runtime/redact/private-keys.ts';
import { EMAILS, MACHINES_AND_ACCOUNTS, NUMBERED } from '#lambdas/runtime/redact/pseudonyms.ts';
import { secretlintHits } from '#lambdas/runtime/redact/secretlint-rules.ts';
import { SIGNED_URLS } from '#lambdas/runtime/redact/signed-urls.ts';
import { VENDOR_TOKENS } from '#lambdas/runtime/redact/vendor-tokens.ts';
import { joinedView, type View, viewOf } from '#lambdas/runtime/redact/view-of.ts';
import { WEB_TOKENS } from '#lambdas/runtime/redact/web-tokens.ts';

/** All detectors; where two find the same, the first says what it is. */
export const DETECTORS: Detector[] = [
  ...PRIVATE_KEYS,
  ...AWS_SECRETS,
  ...VENDOR_TOKENS,
  ...SIGNED_URLS,
  ...WEB_TOKENS,
  ...CREDENTIAL_FILES,
  ...LABELLED_SECRETS,
  ...CONTACTS,
];

/** What is to be taken out of a text, in order, without overlaps: places in the text itself, and the value as it was read. */
export type Place = Hit & { value: string };

/** `pseudonyms`: what names machines and accounts too. */
export async function findHits(text: string, pseudonyms: boolean): Promise<Place[]> {
  const plain = viewOf(text);
  const joined = joinedView(plain);
  const isWrapped = joined.text.length !== plain.text.length;
  const detectors = [...DETECTORS, ...EMAILS, ...(pseudonyms ? MACHINES_AND_ACCOUNTS : [])];
  const places = [
    ...detectors.flatMap((detector) => placesOf(hitsOf(detector, plain.text), plain)),
    ...placesOf(await secretlintHits(plain.text), plain),
    ...(isWrapped
      ? detectors
          .filter(({ wraps }) => wraps)
          .flatMap((detector) => placesOf(hitsOf(detector, joined.text), joined))
      : []),
  ];
  return withoutOverlaps(places);
}

function placesOf(hits: Hit[], { text, starts }: View): Place[] {
  return hits.map(({ start, end, mark }) => ({
    start: starts[start] ?? 0,
    end: (starts[end - 1] ?? 0) + Math.max(1, (starts[end] ?? 0) - (starts[end - 1] ?? 0)),
    mark,
    value: text.slice(start, end),
  }));
}

/** Union of what overlaps, by the mark of the one found first; a number only where nothing else is there. */
function withoutOverlaps(places: Place[]): Place[] {
  const sorted = places
    .map((place, rank) => ({ place, rank: NUMBERED.includes(place.mark) ? places.length + rank : rank }))
    .toSorted((a, b) => a.place.start - b.place.start || a.rank - b.rank);
  const kept: typeof sorted = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (last === undefined || next.place.start >= last.place.end) {
      kept.push({ ...next });
      continue;
    }
    const first = next.rank < last.rank ? next : last;
    const end = Math.max(last.place.end, next.place.end);
    last.place = { ...first.place, start: last.place.start, end };
    last.rank = first.rank;
  }
  return kept.map(({ place }) => place);
}

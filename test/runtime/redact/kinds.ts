import { KIND_NAMES } from '#test/runtime/redact/kind-names.ts';
import type { Sample } from '#test/runtime/redact/made-up.ts';
import { SEEN_KEYS } from '#test/runtime/redact/seen-keys.ts';
import { SEEN_LOGINS } from '#test/runtime/redact/seen-logins.ts';
import { SEEN_VENDORS } from '#test/runtime/redact/seen-vendors.ts';
import { UNSEEN_KINDS } from '#test/runtime/redact/unseen-kinds.ts';

const SAMPLES: Record<string, Sample> = { ...SEEN_KEYS, ...SEEN_LOGINS, ...SEEN_VENDORS, ...UNSEEN_KINDS };

/** A kind in a sentence of each language; the Japanese one leaves no blank beside it. */
export type Kind = { name: string; language: 'en' | 'ja'; text: string; secrets: string[] };

/** All kinds of which there is a sample. */
export const KINDS: Kind[] = KIND_NAMES.flatMap((name): Kind[] => {
  const sample = SAMPLES[name];
  if (!sample) return [];
  const [open, close] = sample.text.includes('\n') ? ['\n', '\n'] : ['', ''];
  return [
    {
      name,
      language: 'en',
      secrets: sample.secrets,
      text: `The job fails since this morning with ${open}${sample.text}${close} in eu-west-1. Thank you!`,
    },
    {
      name,
      language: 'ja',
      secrets: sample.secrets,
      text: `お世話になっております。現在${open}${sample.text}${close}を使用するとエラーになります。ご確認をお願いします。`,
    },
  ];
});

/** Kinds that have no sample. */
export const MISSING_KINDS = KIND_NAMES.filter((name) => !(name in SAMPLES));

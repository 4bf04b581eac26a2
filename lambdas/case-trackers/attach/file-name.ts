/** Control characters, and signs that nobody sees or that turn the order of letters round. */
const UNSEEN = /[\p{Cc}\u061C\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;
/** What some system takes for a path, a drive or a pattern. */
const NO_NAME = /[<>:"|?*]/g;
const LONGEST = 255;
/** Dots that begin a name hide the file. */
const ENDING = /(?<=[^.])\.[A-Za-z0-9]{1,10}$/;

/** A name of strangers as a name of a file: no path, nothing unseen, 255 characters at most, with its ending. */
export function fileName(text: string): string {
  const seen = text.toWellFormed().replaceAll(UNSEEN, '').replaceAll(NO_NAME, '_');
  const base = (seen.split(/[/\\]/).at(-1) ?? '').replaceAll(/\s+/g, ' ').trim();
  const name = /^\.*$/.test(base) ? 'file' : base;
  if (name.length <= LONGEST) return name;
  const ending = endingOf(name);
  return `${cut(name, LONGEST - ending.length)}${ending}`;
}

/** `.log`; empty where there is none. */
export function endingOf(name: string): string {
  return ENDING.exec(name)?.[0] ?? '';
}

/** Gives each name once, whatever it is asked for: the second `a.log` is `a-2.log`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  const counted = new Map<string, number>();
  return (name) => {
    const ending = endingOf(name);
    const stem = name.slice(0, name.length - ending.length);
    for (let number = counted.get(name.toLowerCase()) ?? 1; ; number += 1) {
      const mark = number === 1 ? '' : `-${number}`;
      const one = `${cut(stem, LONGEST - ending.length - mark.length)}${mark}${ending}`;
      if (taken.has(one.toLowerCase())) continue;
      taken.add(one.toLowerCase());
      counted.set(name.toLowerCase(), number + 1);
      return one;
    }
  };
}

function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
}

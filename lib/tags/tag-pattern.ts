/** Values have 256 letters at most, and a regular expression that counts much further is refused by AWS Config. */
const MOST_LETTERS = 1000;
const DEEPEST_GROUP = 20;

const REFUSED: Record<string, string> = {
  letters: String.raw`must not use \d, \w, \s or \b, which mean more letters to AWS Config: write [0-9], [A-Za-z0-9_] or a space`,
  codes: String.raw`must not use back references, \p, \u, \x, \c or \0: write the letters themselves`,
  groups: 'must not use groups that begin with (?, but for (?:',
  brackets: 'must not use [ within brackets, or brackets that are empty: write a backslash before it',
  sets: 'must not use &&, -- or ~~ within brackets, which AWS Config takes for set operations',
  anchors: 'must not use ^ or $ outside brackets: it holds for the whole value anyway',
  counts: `must not count so far: a value has 256 letters, and it can take more than ${MOST_LETTERS}`,
  depth: `must not have groups within groups more than ${DEEPEST_GROUP} deep`,
  repeats:
    'must not repeat a group that itself repeats without end, or that has a choice and repeats without end: whoever sets a tag could keep the check busy for hours. Write how often, or take the group apart',
  unseen: 'must not hold line ends or other characters that are not seen',
};

/**
 * What is wrong with the pattern of a tag's value; undefined: nothing. Allowed is what regular expressions of AWS
 * Config's rules (Rust) and of JavaScript mean alike.
 */
export function patternIssue(pattern: string): string | undefined {
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(pattern)) return REFUSED['unseen'];
  // By JavaScript's own judgement it is one, so that brackets and groups are closed.
  if (!isRegularExpression(pattern)) return 'must be a regular expression such as CC-[0-9]{4}';
  const found = partsOf(pattern).map(issueOf).find(Boolean);
  return found ? REFUSED[found] : (repeatIssue(pattern) ?? sizeIssue(pattern));
}

/** Escapes, brackets as a whole, counts, what groups begin with, and all other letters one by one. */
function partsOf(pattern: string): string[] {
  return pattern.match(/\\.|\[(?:\\.|[^\]\\])*\]|\{[0-9,]+\}|\(\?[:=!<]?|./gsu) ?? [];
}

function issueOf(part: string): string | undefined {
  const inside = part.length > 1 && part.startsWith('[') ? part.slice(1, -1) : undefined;
  const escapes = part.match(/\\./gsu) ?? [];
  if (escapes.some((escape) => /[dDwWsSbB]/.test(escape))) return 'letters';
  if (escapes.some((escape) => /[0-9kpPuxc]/.test(escape))) return 'codes';
  if (part.startsWith('(?') && part !== '(?:') return 'groups';
  if (part === '^' || part === '$') return 'anchors';
  if (inside === undefined) return undefined;
  const bare = inside.replaceAll(/\\./gsu, '\\');
  if (bare === '' || bare === '^' || bare.includes('[')) return 'brackets';
  return /&&|--|~~/.test(bare) ? 'sets' : undefined;
}

/** How many letters it stands for, with groups counted as often as they may stand. */
function sizeIssue(pattern: string): string | undefined {
  const sums = [0];
  let last = 0;
  for (const part of partsOf(pattern)) {
    if (part === '(' || part === '(?:') sums.push(0);
    else if (part === ')') last = sums.pop() ?? 0;
    else last = countOf(part) === undefined ? 1 : last * ((countOf(part) ?? 1) - 1);
    if (sums.length > DEEPEST_GROUP) return REFUSED['depth'];
    if (!part.startsWith('(')) sums.push((sums.pop() ?? 0) + last);
    if (last > MOST_LETTERS) return REFUSED['counts'];
  }
  return (sums[0] ?? 0) > MOST_LETTERS ? REFUSED['counts'] : undefined;
}

type Group = { endless: boolean; choice: boolean };

/** JavaScript tries every way to divide a value among repetitions: within one another they are too many. */
function repeatIssue(pattern: string): string | undefined {
  const open: Group[] = [{ endless: false, choice: false }];
  let last: Group | undefined;
  for (const part of partsOf(pattern)) {
    const around = open.at(-1);
    if (part === '(' || part === '(?:') {
      open.push({ endless: false, choice: false });
      last = undefined;
    } else if (part === ')') {
      last = open.pop();
      const outer = open.at(-1);
      if (outer && last?.endless) outer.endless = true;
      if (outer && last?.choice) outer.choice = true;
    } else {
      const most = mostOf(part);
      if (last?.endless && most > 1) return REFUSED['repeats'];
      if (last?.choice && most === Infinity) return REFUSED['repeats'];
      if (around && most === Infinity) around.endless = true;
      if (around && part === '|') around.choice = true;
      last = undefined;
    }
  }
  return undefined;
}

/** How often what stands before may come; 1 of what does not repeat. */
function mostOf(part: string): number {
  if (part === '+' || part === '*' || /^\{[0-9]+,\}$/.test(part)) return Infinity;
  return countOf(part) ?? 1;
}

/** `{2,5}` → 5; undefined of what is no count. */
function countOf(part: string): number | undefined {
  if (!/^\{[0-9,]+\}$/.test(part)) return undefined;
  return Math.max(1, ...part.slice(1, -1).split(',').map(Number));
}

function isRegularExpression(pattern: string): boolean {
  try {
    // By itself: one that closes the group around it would go past the anchors.
    new RegExp(pattern, 'su');
    return true;
  } catch {
    return false;
  }
}

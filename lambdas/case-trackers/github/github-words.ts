import { plainMarkdown } from '#lambdas/case-trackers/github/plain-markdown.ts';
import { titleOf } from '#lambdas/case-trackers/github/title-of.ts';
import type { CaseView, MessageView } from '#lambdas/case-trackers/mirror/case-view.ts';
import { splitText } from '#lambdas/case-trackers/mirror/split-text.ts';
import type { Note, TrackerWords } from '#lambdas/case-trackers/tracker.ts';
import { caseMarker, noteMarker } from '#lambdas/contracts/support/tracker-markers.ts';

/** Each character may become five; GitHub takes 65,536. */
const LONGEST_PIECE = 12_000;
/** Of a label. */
const LONGEST_LABEL = 50;
const CASE_LABEL = 'aws-case';

/** A case as an issue of GitHub, in Markdown in which the words of strangers are words only. */
export const githubWords: TrackerWords = {
  item: (view) => ({ title: titleOf(view), body: bodyOf(view), labels: labelsOf(view) }),
  change: () => '',
  notes: (view) => view.messages.flatMap((message) => notesOf(message, view)),
  withdrawn: (name) => `${noteMarker(name)}\n_This text is not shown any more._`,
  corrected: ({ name, text }) => {
    const why = 'What stood here has changed. It was edited by hand meanwhile, and so was left as it is.';
    return `${noteMarker(name)}\n_${why}_${text === '' ? '' : `\n\n${withoutMarker(text)}`}`;
  },
  label: ({ state }) => (state === 'done' ? undefined : state),
  state: () => '',
};

function bodyOf(view: CaseView): string {
  const { account, accountName, displayId, url, facts } = view;
  const name = accountName === account ? account : `${plainMarkdown(accountName)} (${account})`;
  const rows = [
    ['Account', name],
    ['Case', `[${plainMarkdown(displayId)}](${target(url)})`],
    ...(facts
      ? [
          ['Service', plainMarkdown(facts.service)],
          ['Category', plainMarkdown(facts.category)],
          ['Severity', plainMarkdown(facts.severity)],
          ['Opened', momentText(facts.createdAt)],
        ]
      : [['Texts', 'withheld: they can be read in the console of the account only']]),
  ];
  const table = rows.map(([label, value]) => `| ${label} | ${value} |`).join('\n');
  return `${caseMarker(view)}\n| AWS Support | |\n|---|---|\n${table}`;
}

function labelsOf({ facts, state }: CaseView): string[] {
  const labels = [CASE_LABEL];
  if (facts) labels.push(labelText('severity', facts.severity), labelText('service', facts.service));
  return state === 'done' ? labels : [...labels, state];
}

/** A comma would be two labels where issues are asked for by label. */
function labelText(kind: string, value: string): string {
  return `${kind}: ${value.replaceAll(/[^\w.-]/g, '-')}`.slice(0, LONGEST_LABEL);
}

function notesOf({ key, at, from, text }: MessageView, { url }: CaseView): Note[] {
  const when = `on ${momentText(at)}`;
  if (!text) {
    const who = from === 'aws' ? 'AWS' : 'The account';
    return [
      {
        name: key,
        text: `${noteMarker(key)}\n**${who}** wrote ${when}. [Read it in the console](${target(url)})`,
      },
    ];
  }
  const author =
    from === 'aws' ? 'AWS' : plainMarkdown(text.author.replaceAll(/\s+/g, ' ')).trim() || 'The account';
  const files = text.files.map((file) => plainMarkdown(file.replaceAll(/\s+/g, ' ')));
  const pieces = splitText(text.body, LONGEST_PIECE);
  return pieces.map((piece, index) => {
    const name = index === 0 ? key : `${key}/${index + 1}`;
    const part = pieces.length > 1 ? ` (${index + 1} of ${pieces.length})` : '';
    const edited = text.isEdited ? ', edited by AWS since' : '';
    const lines = [`**${author}** wrote ${when}${edited}${part}:`, plainMarkdown(piece)];
    if (index === pieces.length - 1 && files.length > 0)
      lines.push(`Files, in the console: ${files.join(', ')}`);
    return { name, text: `${noteMarker(name)}\n${lines.join('\n\n')}` };
  });
}

/** Nothing in it ends the link. */
function target(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('|', '%7C');
}

function withoutMarker(text: string): string {
  return text.replace(/^<!--.*-->\n/, '');
}

function momentText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

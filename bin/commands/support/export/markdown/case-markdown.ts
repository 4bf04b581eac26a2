import { type CaseRecord, firstAnswerMinutes } from '#bin/commands/support/export/case-record.ts';
import { frontMatter } from '#bin/commands/support/export/markdown/front-matter.ts';
import { escapeMarkdown, fenced } from '#bin/commands/support/export/markdown/markdown-text.ts';

/** A case as a file of a knowledge base. Messages stand in blocks, as they were written. */
export function caseMarkdown(record: CaseRecord): string {
  const { withheld, isGone, messages } = record;
  const title = withheld ? `Case ${record.displayId} (withheld: ${withheld})` : record.subject;
  const parts = messages.flatMap(({ at, author, body, files, editedAt }) => [
    `## ${minute(at)}, ${escapeMarkdown(author)}`,
    ...(editedAt === undefined ? [] : [`AWS took something out of it (${minute(editedAt)}).`]),
    fenced(body),
    ...(files.length > 0 ? [files.map((file) => `- File: ${escapeMarkdown(file)}`).join('\n')] : []),
  ]);
  const missing = withheld
    ? ['What was written is withheld: see it in the console of AWS Support.']
    : isGone
      ? ['Its thread is gone; the next sweep reads it again.']
      : [];
  return [headOf(record), `# ${escapeMarkdown(title)}`, ...missing, ...parts].join('\n\n').concat('\n');
}

function headOf(record: CaseRecord): string {
  return frontMatter({
    case: record.displayId,
    account: record.account,
    account_name: record.accountName,
    ou: record.ou,
    owner: record.owner,
    subject: record.withheld ? undefined : record.subject,
    status: record.status,
    turn: record.turn,
    service: record.service || undefined,
    category: record.category || undefined,
    severity: record.severity,
    language: record.language,
    opened: record.createdAt,
    first_answer: record.firstAnswerAt,
    first_answer_minutes: firstAnswerMinutes(record),
    resolved: record.resolvedAt,
    waiting_since: record.waitingSince,
    withheld: record.withheld,
    redaction_version: record.redaction.version,
  }).trimEnd();
}

function minute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

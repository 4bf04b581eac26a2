import { RESOURCE_ROW_PREFIX, type TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';

/** What was told of and is not over, by the table of required-tags. */
export async function* openFindings(table: string): AsyncGenerator<TagFinding> {
  for await (const { row, body } of directoryRows(table).scan()) {
    if (!row.startsWith(RESOURCE_ROW_PREFIX)) continue;
    const finding = body as TagFinding;
    if (finding.status === 'open') yield finding;
  }
}

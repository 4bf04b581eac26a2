import type { CaseView } from '#lambdas/case-trackers/mirror/case-view.ts';
import type { ItemText, Note, TrackerWords } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerState } from '#lambdas/contracts/support/tracker-state.ts';

/** What a tracker should show of a case. */
export type Goal = {
  item: ItemText;
  changeText: string;
  notes: Note[];
  state: TrackerState;
  stateText: string;
  label: string | undefined;
};

export function goalOf(view: CaseView, words: TrackerWords): Goal {
  return {
    item: words.item(view),
    changeText: words.change(view),
    notes: words.notes(view),
    state: view.state,
    stateText: words.state(view),
    label: words.label(view),
  };
}
